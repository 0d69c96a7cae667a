use std::collections::BTreeMap;

use super::code::{Code, is_between};
use crate::catalog::Catalog;
use crate::domain::{FullId, Identifier, Project};
use crate::ledger::find_organisation;

/// What the codes on paper stand for, and what may be typed instead of them.
pub struct Codebook<'a> {
    catalog: &'a Catalog,
    meant: BTreeMap<Code, Vec<Meant>>,
}

/// What a code stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    Question(FullId),
    Organisation(Identifier),
    /// The kopgroep as a whole.
    Together,
}

impl Meant {
    pub fn organisation(&self) -> Option<&Identifier> {
        if let Meant::Organisation(id) = self { Some(id) } else { None }
    }

    pub fn question(&self) -> Option<&FullId> {
        if let Meant::Question(id) = self { Some(id) } else { None }
    }
}

/// What was found behind something that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    One(Meant),
    /// A code of several questions: those of a questionnaire of one's own may share one.
    Several(Vec<Meant>),
    /// Nothing, with the codes that come nearest.
    Nothing(Vec<(Code, Meant)>),
}

/// So many codes are named that were perhaps meant.
const MOST_NEAR: usize = 3;
/// A code that differs more is another code, not a slip.
const FARTHEST: usize = 2;

impl<'a> Codebook<'a> {
    pub fn new(catalog: &'a Catalog, project: &Project) -> Codebook<'a> {
        let questions = catalog.questions().map(|question| &question.id);
        let questions = questions.map(|id| (Code::of_question(id), Meant::Question(id.clone())));
        let organisations = project.organisations.iter().map(|organisation| &organisation.id);
        let organisations = organisations.map(|id| (Code::of_organisation(id), Meant::Organisation(id.clone())));
        let mut meant: BTreeMap<Code, Vec<Meant>> = BTreeMap::new();
        for (code, one) in questions.chain(organisations).chain([(Code::of_all_together(), Meant::Together)]) {
            meant.entry(code).or_default().push(one);
        }
        Codebook { catalog, meant }
    }

    /// Whether more than one question has the code of this one: its id then stands beside it on paper.
    pub fn is_shared(&self, code: Code) -> bool {
        self.meant.get(&code).is_some_and(|meant| meant.len() > 1)
    }

    /// What is meant by a code, or by the full id of a question.
    pub fn find(&self, typed: &str) -> Found {
        if let Some(id) = FullId::parse(typed.trim()).filter(|id| self.catalog.question(id).is_some()) {
            return Found::One(Meant::Question(id));
        }
        let known = |code: &Code| self.meant.get(code);
        let readings = Code::parse(typed).map_or_else(|| Code::look_alikes(typed), |code| vec![code]);
        let meant: Vec<Meant> = readings.iter().filter_map(known).flatten().cloned().collect();
        match meant.as_slice() {
            [] => Found::Nothing(self.nearest(typed)),
            [one] => Found::One(one.clone()),
            _ => Found::Several(meant),
        }
    }

    /// The organisation, or all together, that is meant by a code, a name or an id.
    pub fn find_respondent(&self, typed: &str, project: &Project) -> Option<Meant> {
        let typed = typed.trim();
        let by_id = || project.organisation(Identifier::from_name(typed)?.as_str());
        if let Some(organisation) = find_organisation(project, typed).or_else(by_id) {
            return Some(Meant::Organisation(organisation.id.clone()));
        }
        if ["samen", "kopgroep"].contains(&typed.to_lowercase().as_str()) {
            return Some(Meant::Together);
        }
        if let Found::One(meant) = self.find(typed) { Some(meant).filter(|one| one.question().is_none()) } else { None }
    }

    fn nearest(&self, typed: &str) -> Vec<(Code, Meant)> {
        let signs = Code::signs_in(typed);
        if signs.chars().count() > 2 * Code::LENGTH {
            return Vec::new();
        }
        let distance = |code: &Code| strsim::osa_distance(&signs, code.signs());
        let mut near: Vec<(usize, Code, &Meant)> = self
            .meant
            .iter()
            .flat_map(|(code, meant)| meant.iter().map(move |one| (distance(code), *code, one)))
            .filter(|(distance, _, _)| *distance <= FARTHEST)
            .collect();
        near.sort_by_key(|(distance, _, _)| *distance);
        // Where one slip explains it, two slips are far-fetched.
        let least = near.first().map_or(0, |(distance, _, _)| *distance);
        let likely = near.into_iter().filter(|(distance, _, _)| *distance == least);
        likely.take(MOST_NEAR).map(|(_, code, meant)| (code, meant.clone())).collect()
    }
}

/// A line of notes: the code, and the answer behind it, if any. `T66-3Y 2`, `t66 3y: 2`, `T663Y=2`.
pub fn split_line(line: &str) -> (&str, &str) {
    let line = line.trim();
    let first_word = line.split_whitespace().next().unwrap_or_default();
    let end = end_of_code(line).unwrap_or(first_word.len());
    let (code, rest) = line.split_at(end);
    let rest = rest.trim_start();
    (code.trim_end_matches([':', '=']), rest.strip_prefix([':', '=']).unwrap_or(rest).trim_start())
}

/// Where the signs of a code end, when nothing but white space or a mark stands behind them.
fn end_of_code(line: &str) -> Option<usize> {
    let mut signs = line.char_indices().filter(|(_, sign)| !is_between(*sign));
    let (start, last) = signs.nth(Code::LENGTH - 1)?;
    let end = start + last.len_utf8();
    let behind = line[end..].chars().next();
    let ends = behind.is_none_or(|sign| sign.is_whitespace() || sign == ':' || sign == '=');
    let is_code = Code::parse(&line[..end]).is_some() || !Code::look_alikes(&line[..end]).is_empty();
    (ends && is_code).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;
    use chrono::NaiveDate;

    fn shipped() -> Catalog {
        catalog::assemble(&catalog::built_in()).unwrap_or_else(|faults| panic!("{}", faults[0]))
    }

    fn project() -> Project {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");
        let mut project = Project::new("p".to_owned(), today);
        crate::ledger::testing::register(&mut project, "Gemeente Zuid", crate::domain::Place::Kopgroep);
        project
    }

    fn meant(id: &str) -> Meant {
        Meant::Question(FullId::parse(id).expect("a full id"))
    }

    #[track_caller]
    fn check_line(line: &str, code: &str, answer: &str) {
        assert_eq!(split_line(line), (code, answer), "{line}");
    }

    #[test]
    fn a_line_is_a_code_and_an_answer() {
        let code = Code::of_question(&FullId::parse("verkennen.aanleiding").expect("a full id")).to_string();
        let (front, back) = code.split_at(3);
        check_line(&format!("{code} Een storing"), &code, "Een storing");
        check_line(&format!("  {code}:  2 "), &code, "2");
        check_line(&format!("{code}=2"), &code, "2");
        check_line(&format!("{code}:2"), &code, "2");
        let spaced = format!("{front} {}", &back[1..]);
        check_line(&format!("{spaced} 1 3"), &spaced, "1 3");
        check_line("verkennen.aanleiding Een storing", "verkennen.aanleiding", "Een storing");
        check_line("KAPOT dat weten we", "KAPOT", "dat weten we");
        check_line("een 12 storing", "een", "12 storing");
        check_line("", "", "");
    }

    #[test]
    fn a_wrong_code_brings_the_ones_that_were_meant() {
        let shipped = shipped();
        let book = Codebook::new(&shipped, &project());
        let code = Code::of_question(&FullId::parse("verkennen.aanleiding").expect("a full id"));
        let mut wrong: Vec<char> = code.signs().chars().collect();
        wrong.swap(1, 2);
        let Found::Nothing(near) = book.find(&wrong.iter().collect::<String>()) else { panic!("a swap is no code") };
        assert!(near.contains(&(code, meant("verkennen.aanleiding"))), "{near:?}");
        assert!(near.len() <= MOST_NEAR);
        assert_eq!(book.find("verkennen.aanleiding"), Found::One(meant("verkennen.aanleiding")));
    }

    #[test]
    fn an_organisation_has_a_code_too() {
        let project = project();
        let shipped = shipped();
        let book = Codebook::new(&shipped, &project);
        let id = Identifier::parse("gemeente-zuid").expect("a plain word");
        for typed in
            ["gemeente zuid", "gemeente-zuid", "Gemeente Zúid", &Code::of_organisation(&id).to_string().to_lowercase()]
        {
            assert_eq!(book.find_respondent(typed, &project), Some(Meant::Organisation(id.clone())), "{typed}");
        }
        assert_eq!(book.find_respondent(Code::of_all_together().signs(), &project), Some(Meant::Together));
        assert_eq!(book.find_respondent("Samen", &project), Some(Meant::Together));
        assert_eq!(book.find_respondent("niemand", &project), None);
    }
}
