use std::ops::RangeInclusive;

use super::block::line;
use crate::document::Inline;
use crate::render::layout::words;
use crate::render::xml::{Attributes, Markup};

/// A word or a name, and what is said of it.
type Pair = (Vec<Inline>, Vec<Inline>);

/// In HTML a list has each term once. So what follows under the same term stands under it, and a term that comes back
/// later begins a list of its own.
pub fn lists(page: &mut Markup, attributes: Attributes, pairs: &[Pair]) {
    let mut rest = pairs;
    while !rest.is_empty() {
        let (list, behind) = rest.split_at(list_length(rest));
        let long: Attributes = &[("class", "long-terms")];
        let attributes = if attributes.is_empty() && has_long_terms(list) { long } else { attributes };
        page.element("dl", attributes, |page| one_list(page, list));
        rest = behind;
    }
}

/// How many pairs go in one list: up to a term that was left and comes back.
fn list_length(pairs: &[Pair]) -> usize {
    let comes_back = |at: usize| {
        let term = words(&pairs[at].0);
        term != words(&pairs[at - 1].0) && pairs[..at].iter().any(|pair| words(&pair.0) == term)
    };
    (1..pairs.len()).find(|at| comes_back(*at)).unwrap_or(pairs.len())
}

/// How long a term is that wants more than its usual room to stand on one line, and can.
const LONG: RangeInclusive<usize> = 20..=30;

fn has_long_terms(list: &[Pair]) -> bool {
    list.iter().any(|(term, _)| LONG.contains(&words(term).chars().count()))
}

fn one_list(page: &mut Markup, list: &[Pair]) {
    for together in list.chunk_by(|one, next| words(&one.0) == words(&next.0)) {
        page.element("div", &[], |page| {
            page.element("dt", &[], |page| line(page, &together[0].0));
            for (_, text) in together {
                page.element("dd", &[], |page| line(page, text));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(terms: &[&str], expected: &str) {
        let said = |term: &&str| (vec![Inline::Text((*term).to_owned())], vec![Inline::Text("x".to_owned())]);
        let pairs: Vec<Pair> = terms.iter().map(said).collect();
        let html = Markup::written(|page| lists(page, &[], &pairs));
        let brief = [
            ("<dl>", "["),
            ("<dl class=\"long-terms\">", "("),
            ("</dl>", "]"),
            ("<dt>", ""),
            ("</dt>", ":"),
            ("<dd>x</dd>", "x"),
            ("<div>", ""),
            ("</div>", ""),
        ];
        assert_eq!(brief.iter().fold(html, |html, (tag, sign)| html.replace(tag, sign)), expected);
    }

    #[test]
    fn a_term_stands_once_in_a_list() {
        check(&[], "");
        check(&["a", "b"], "[a:xb:x]");
        check(&["a", "a", "b"], "[a:xxb:x]");
        check(&["a", "b", "a", "a", "b", "c"], "[a:xb:x][a:xxb:xc:x]");
    }

    #[test]
    fn a_day_with_its_weekday_has_room_on_one_line() {
        check(&["Dag", "Donderdag 24 september 2026"], "(Dag:xDonderdag 24 september 2026:x]");
    }
}
