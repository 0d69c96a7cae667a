use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::graph::{circles, graph, leading_to, reached};
use super::party::Party;
use super::said;
use crate::catalog::Catalog;
use crate::domain::{Field, Kind, Meaning, Organisation, Value};
use crate::expression::Facts;
use crate::notation;

/// Who depends on whom, directly and through others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dependencies {
    pub each: Vec<Dependency>,
    pub organisations: Vec<Node>,
    /// On whom much hangs, the most first.
    pub hanging: Vec<Hanging>,
    /// Groups of organisations that all depend on each other.
    pub circles: Vec<Vec<Party>>,
    pub shared_systems: Vec<String>,
    /// What can be said of how long one can do without, the shortest first.
    pub spans: Vec<String>,
}

/// One organisation that depends on another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dependency {
    pub who: Party,
    /// Nothing when it was not said on whom.
    pub on: Option<Party>,
    pub what: Option<String>,
    pub kind: Option<String>,
    /// How long it can do without.
    pub without: Option<String>,
}

/// One organisation in the picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Node {
    pub organisation: Party,
    pub depends_on: Vec<Party>,
    pub depends_on_through_others: Vec<Party>,
    pub needed_by: Vec<Party>,
    pub needed_by_through_others: Vec<Party>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hanging {
    pub organisation: Party,
    /// How many others depend on it, directly or through others.
    pub dependents: usize,
    /// How many others there are in the picture.
    pub others: usize,
}

/// From so many dependents on, much hangs on an organisation.
const MANY: usize = 3;
/// One that depends on another is no pattern, however small the picture.
const FEWEST: usize = 2;

/// Nothing when neither a dependency nor a shared system was named. The fields are found by what they hold: the first
/// organisation depends on the second, the first text says in what, the first choice of what kind, the second how long.
pub fn dependencies(catalog: &Catalog, facts: &Facts) -> Option<Dependencies> {
    let each = each(catalog, facts);
    let shared_systems = shared_systems(catalog, facts);
    let picture = Picture::new(&each);
    let hanging = picture.hanging();
    (!each.is_empty() || !shared_systems.is_empty()).then(|| Dependencies {
        organisations: (0..picture.parties.len()).map(|index| picture.node(index)).collect(),
        circles: circles(&picture.there).into_iter().map(|circle| picture.named(circle)).collect(),
        each,
        hanging,
        shared_systems,
        spans: spans(catalog),
    })
}

fn each(catalog: &Catalog, facts: &Facts) -> Vec<Dependency> {
    const GROUP: Meaning = Meaning::Dependency;
    let [who, on] = said::fields(catalog, GROUP, |kind| matches!(kind, Kind::Organisation { .. }));
    let [what] = said::fields(catalog, GROUP, |kind| matches!(kind, Kind::Text | Kind::LongText));
    let [kind, without] = said::fields(catalog, GROUP, is_choice);
    let records = said::records(catalog, facts, GROUP).into_iter();
    let read = |record| -> Option<Dependency> {
        let words = |field: Option<&Field>| {
            let value = said::in_field(record, field)?;
            Some(notation::answer(&field?.kind, value, &|id| said::name(facts, id)))
        };
        let party = |field| Some(facts.project.organisation(said::in_field(record, field)?.as_text()?)?.into());
        Some(Dependency {
            who: party(who)?,
            on: party(on),
            what: words(what),
            kind: words(kind),
            without: words(without),
        })
    };
    let has_left = |party: &Party| facts.project.organisation(&party.id).is_some_and(Organisation::has_left);
    // Who left depends on nobody any more; who depends on it still has to look for another.
    records.filter_map(read).filter(|dependency| !has_left(&dependency.who)).collect()
}

fn is_choice(kind: &Kind) -> bool {
    matches!(kind, Kind::Choice { .. })
}

/// The options of the second choice, in their own order.
fn spans(catalog: &Catalog) -> Vec<String> {
    let [_, choice] = said::fields(catalog, Meaning::Dependency, is_choice);
    choice.into_iter().flat_map(|field| field.kind.options()).map(|option| option.label.clone()).collect()
}

fn shared_systems(catalog: &Catalog, facts: &Facts) -> Vec<String> {
    let Some(value) = said::together(catalog, facts, Meaning::SystemShared) else { return Vec::new() };
    value.items().iter().filter_map(Value::as_text).map(str::to_owned).collect()
}

/// The organisations that are named, and what reaches what.
struct Picture {
    parties: Vec<Party>,
    graph: Vec<Vec<usize>>,
    /// What each one depends on, directly or through others.
    there: Vec<Vec<bool>>,
}

impl Picture {
    fn new(each: &[Dependency]) -> Picture {
        let mut parties: Vec<Party> =
            each.iter().flat_map(|one| [Some(&one.who), one.on.as_ref()]).flatten().cloned().collect();
        let mut known = BTreeSet::new();
        parties.retain(|party| known.insert(party.clone()));
        let places: BTreeMap<&Party, usize> = parties.iter().zip(0..).collect();
        let arrows = each.iter().filter_map(|one| Some((places[&one.who], places[one.on.as_ref()?])));
        let graph = graph(parties.len(), arrows);
        Picture { there: (0..parties.len()).map(|from| reached(&graph, from)).collect(), parties, graph }
    }

    fn named(&self, indexes: impl IntoIterator<Item = usize>) -> Vec<Party> {
        indexes.into_iter().map(|index| self.parties[index].clone()).collect()
    }

    /// The others that depend on this one, directly or through others.
    fn dependents(&self, index: usize) -> impl Iterator<Item = usize> {
        (0..self.parties.len()).filter(move |other| self.there[*other][index] && *other != index)
    }

    fn node(&self, index: usize) -> Node {
        let (direct, leading) = (&self.graph[index], leading_to(&self.graph, index));
        let far = (0..self.parties.len()).filter(|other| self.there[index][*other] && *other != index);
        Node {
            organisation: self.parties[index].clone(),
            depends_on: self.named(direct.iter().copied()),
            depends_on_through_others: self.named(far.filter(|other| !direct.contains(other))),
            needed_by_through_others: self.named(self.dependents(index).filter(|other| !leading.contains(other))),
            needed_by: self.named(leading),
        }
    }

    fn hanging(&self) -> Vec<Hanging> {
        let others = self.parties.len().saturating_sub(1);
        let hanging = |index: usize| {
            let dependents = self.dependents(index).count();
            Hanging { organisation: self.parties[index].clone(), dependents, others }
        };
        let mut all: Vec<Hanging> =
            (0..self.parties.len()).map(hanging).filter(|one| much_hangs(one.dependents, others)).collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.dependents));
        all
    }
}

/// Whether much hangs on one on whom so many depend, of so many others: three, or half of them.
fn much_hangs(dependents: usize, others: usize) -> bool {
    dependents >= FEWEST && (dependents >= MANY || 2 * dependents >= others)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn party(name: impl ToString) -> Party {
        Party { id: name.to_string(), name: name.to_string() }
    }

    fn dependency(who: &str, on: &str) -> Dependency {
        let on = (!on.is_empty()).then(|| party(on));
        Dependency { who: party(who), on, what: None, kind: None, without: None }
    }

    /// Written as `a>b c>d`; who hangs on whom comes out as `b:2/3`.
    #[track_caller]
    fn check(arrows: &str, hanging: &str, in_circles: &str) {
        let each: Vec<Dependency> = arrows
            .split_whitespace()
            .filter_map(|arrow| arrow.split_once('>'))
            .map(|(who, on)| dependency(who, on))
            .collect();
        let picture = Picture::new(&each);
        let words = |one: &Hanging| format!("{}:{}/{}", one.organisation.name, one.dependents, one.others);
        let found: Vec<String> = picture.hanging().iter().map(words).collect();
        assert_eq!(found.join(" "), hanging, "{arrows}");
        let name = |circle: Vec<usize>| picture.named(circle).iter().map(|one| one.name.clone()).collect::<String>();
        let found: Vec<String> = circles(&picture.there).into_iter().map(name).collect();
        assert_eq!(found.join(" "), in_circles, "{arrows}");
    }

    #[test]
    fn on_whom_much_hangs() {
        check("a>b", "", "");
        check("a>c b>c", "c:2/2", "");
        check("a>b b>c", "c:2/2", "");
        check("a>b b>c d>c e>c f>c", "c:5/5", "");
        check("a>b c>d e>f", "", "");
        check("a>b b>a", "", "ab");
        check("a>b b>c c>a", "a:2/2 b:2/2 c:2/2", "abc");
        check("a>", "", "");
    }

    #[test]
    fn who_depends_through_others_is_told_apart() {
        let picture = Picture::new(&[dependency("a", "b"), dependency("b", "c"), dependency("a", "b")]);
        let node = picture.node(0);
        assert_eq!((node.depends_on, node.depends_on_through_others), (vec![party("b")], vec![party("c")]));
        let node = picture.node(2);
        assert_eq!((node.needed_by, node.needed_by_through_others), (vec![party("b")], vec![party("a")]));
    }

    proptest! {
        #[test]
        fn nobody_depends_on_itself_and_direct_is_not_through_others(
            arrows in prop::collection::vec((0_u8..8, 0_u8..8), 0..24),
        ) {
            let each: Vec<Dependency> =
                arrows.iter().map(|(who, on)| dependency(&who.to_string(), &on.to_string())).collect();
            let picture = Picture::new(&each);
            for index in 0..picture.parties.len() {
                let node = picture.node(index);
                let all = [&node.depends_on[..], &node.depends_on_through_others].concat();
                prop_assert!(!all.contains(&node.organisation));
                let mut unique = all.clone();
                unique.sort();
                unique.dedup();
                prop_assert_eq!(unique.len(), all.len());
                let dependents = node.needed_by.len() + node.needed_by_through_others.len();
                let hangs = picture.hanging().iter().any(|one| one.organisation == node.organisation);
                prop_assert_eq!(hangs, much_hangs(dependents, picture.parties.len() - 1));
            }
        }
    }
}
