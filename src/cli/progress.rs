use std::time::Duration;

use console::Term;

/// What takes no longer than this needs no word.
const QUICK: Duration = Duration::from_secs(1);

/// How a person is told how far a job of many steps is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// One line that is written over, and is gone when all is done.
    OneLine,
    /// A line for each step, without a single escape byte: for a screen reader and for a file.
    Lines,
}

impl Way {
    pub fn choose(plain: bool, on_terminal: bool) -> Way {
        if on_terminal && !plain { Way::OneLine } else { Way::Lines }
    }
}

/// Tells on a terminal how far a job of many steps is, once it takes long enough to wonder. `elapsed` says how long it has
/// gone on.
pub struct Progress {
    begun: usize,
    total: usize,
    way: Way,
    term: Term,
    elapsed: Box<dyn Fn() -> Duration>,
    line_stands: bool,
}

impl Progress {
    pub fn new(total: usize, way: Way, term: Term, elapsed: impl Fn() -> Duration + 'static) -> Progress {
        Progress { begun: 0, total, way, term, elapsed: Box::new(elapsed), line_stands: false }
    }

    /// Takes the line away that was written over, when one stands there.
    fn clear(&mut self) {
        if std::mem::take(&mut self.line_stands) {
            // Nobody sees the line where it cannot be cleared.
            let _ = self.term.clear_line();
        }
    }

    /// Begins a step.
    pub fn begin(&mut self, name: &str) {
        let Some(words) = self.words(name) else { return };
        self.clear();
        // Nobody is left to tell when standard error is closed; the job goes on.
        let _ = match self.way {
            Way::Lines => self.term.write_line(&words),
            Way::OneLine => {
                self.line_stands = true;
                self.term.write_str(&fitting(&words, usize::from(self.term.size().1)))
            }
        };
    }

    /// What is told of a step that begins, when the job has gone on for long already: `3 van 21: overzicht`.
    fn words(&mut self, name: &str) -> Option<String> {
        self.begun += 1;
        ((self.elapsed)() >= QUICK).then(|| format!("{} van {}: {name}", self.begun, self.total))
    }
}

/// The last column stays free: a line that breaks cannot be written over.
fn fitting(words: &str, columns: usize) -> String {
    console::truncate_str(words, columns.saturating_sub(1), "…").into_owned()
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    #[track_caller]
    fn check(milliseconds: &[u64], expected: &[&str]) {
        let waits = RefCell::new(Vec::from(milliseconds).into_iter());
        let elapsed = move || Duration::from_millis(waits.borrow_mut().next().unwrap_or_default());
        let mut progress = Progress::new(21, Way::Lines, Term::stderr(), elapsed);
        let told: Vec<String> = milliseconds.iter().map(|_| progress.words("overzicht").unwrap_or_default()).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn what_is_quick_is_not_told_and_the_count_goes_on() {
        check(&[0, 999], &["", ""]);
        check(&[0, 600, 1_000, 9_000], &["", "", "3 van 21: overzicht", "4 van 21: overzicht"]);
    }

    #[test]
    fn only_a_terminal_gets_a_line_that_is_written_over() {
        assert_eq!(Way::choose(false, true), Way::OneLine);
        assert_eq!(Way::choose(true, true), Way::Lines);
        assert_eq!(Way::choose(false, false), Way::Lines);
    }

    #[test]
    fn the_line_fits_the_screen() {
        assert_eq!(fitting("3 van 21: overzicht", 20), "3 van 21: overzicht");
        assert_eq!(fitting("3 van 21: overzicht", 12), "3 van 21: …");
    }
}
