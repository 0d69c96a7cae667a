//! What of the kopgroep is drawn. The tables beside a picture say the same.

use std::cmp::Reverse;

use super::contributions::{balance_words, outcome_words};
use super::naming;
use super::support::{can_sign, footing_in_short};
use crate::analysis::{
    Balance, Dependencies, Dependency, Extent, Node as Known, Outcome, Party, Pledge, Quadrant, Seat, Stakeholder,
    Stakeholders, Support, SupportRow,
};
use crate::document::{
    Arrow, Block, Figure, Grid, Ladders, Mark, Measure, Network, Node, Picture, Quantity, Waterfall,
};
use crate::domain::Decimal;

/// More sorts of arrows than this cannot be told apart, and one of them is for what was not said.
const MOST_SPANS: usize = 3;
/// More rows than this are drawn in parts, or no longer one by one, and so are more nodes, which may all stand below each other: letters
/// in a picture shrink with what must stand on a page.
const MOST_ROWS: usize = 20;
/// So many ladders stand on a page below the title and what introduces them.
const MOST_LADDERS: usize = 16;
const UNSAID: &str = "Niet gezegd";

fn figure(title: &str, description: String, picture: Picture) -> Block {
    Block::Figure(Figure { title: title.to_owned(), description, picture })
}

/// Influence upward, interest to the right. Nothing while nobody has a place.
pub fn stakeholders(stakeholders: &Stakeholders) -> Option<Block> {
    let marks: Vec<Mark> = stakeholders.placed.iter().filter_map(mark).collect();
    if marks.is_empty() {
        return None;
    }
    let key = stakeholders.in_quadrant(Quadrant::WorkTogether).map(|one| &one.organisation);
    let key = naming("Rechtsboven, bij veel van beide", key);
    let key = key.unwrap_or_else(|| "Rechtsboven, bij veel van beide, staat niemand.".to_owned());
    let measure = |title: &str, Extent { levels, much_from }| Measure { title: title.to_owned(), levels, much_from };
    let quarters = [Quadrant::KeepContent, Quadrant::WorkTogether, Quadrant::Follow, Quadrant::KeepInformed]
        .map(|quadrant| quadrant.title().to_owned());
    let grid = Grid {
        across: measure("Belang", stakeholders.interest),
        up: measure("Invloed", stakeholders.influence),
        quarters,
        sorts: Seat::ALL.iter().map(|seat| seat.title().to_owned()).collect(),
        marks,
    };
    let description = format!("Hoe hoger, hoe meer invloed. Hoe verder naar rechts, hoe meer belang. {key}");
    Some(figure("Stakeholders naar invloed en belang", description, Picture::Grid(grid)))
}

fn mark(one: &Stakeholder) -> Option<Mark> {
    Some(Mark {
        label: one.organisation.name.clone(),
        across: usize::try_from(one.interest?).ok()?,
        up: usize::try_from(one.influence?).ok()?,
        sort: Seat::ALL.iter().position(|seat| *seat == one.seat)?,
    })
}

/// Nothing while nobody depends on a named organisation.
pub fn dependencies(dependencies: &Dependencies) -> Option<Block> {
    let shown = most_tied(&dependencies.organisations);
    let place = |party: &Party| shown.iter().position(|node| node.organisation == *party);
    let spans = spans(dependencies);
    let arrow = |one: &Dependency| {
        let span = one.without.as_ref().and_then(|span| spans.iter().position(|known| known == span));
        let sort = if spans.is_empty() { 0 } else { span.unwrap_or(spans.len() - 1) };
        Some(Arrow { from: place(&one.who)?, to: place(one.on.as_ref()?)?, sort })
    };
    let arrows = dependencies.each.iter().filter_map(arrow).filter(|arrow| arrow.from != arrow.to);
    let (arrows, description) = (arrows.collect::<Vec<_>>(), map_words(dependencies, shown.len()));
    let node = |known: &&Known| {
        let hanging = dependencies.hanging.iter().find(|one| one.organisation == known.organisation);
        let remark = hanging.map(|one| format!("{} hangen hieraan", one.dependents));
        Node { label: known.organisation.name.clone(), remark }
    };
    let network = Network { nodes: shown.iter().map(node).collect(), arrows, sorts: spans };
    let is_drawn = !network.arrows.is_empty();
    is_drawn.then(|| figure("Wie van wie afhangt", description, Picture::Network(network)))
}

/// In the order in which they were named; where there are too many, those with the most ties, and who is tied to them.
fn most_tied(nodes: &[Known]) -> Vec<&Known> {
    let ties = |node: &Known| node.depends_on.len() + node.needed_by.len();
    let neighbours = |node: &Known| {
        let tied = |other: &&Known| node.depends_on.iter().chain(&node.needed_by).any(|one| *one == other.organisation);
        nodes.iter().filter(tied).map(ties).max()
    };
    let tied = nodes.iter().filter(|node| ties(node) > 0);
    heaviest(tied, |node| (neighbours(node).max(Some(ties(node))), ties(node))).0
}

/// How long one can do without, and a last one for where it was not said.
fn spans(dependencies: &Dependencies) -> Vec<String> {
    let is_said = |one: &Dependency| one.without.as_ref().is_some_and(|span| dependencies.spans.contains(span));
    if dependencies.spans.len() > MOST_SPANS || !dependencies.each.iter().any(is_said) {
        return Vec::new();
    }
    let unsaid = dependencies.each.iter().any(|one| !is_said(one)).then(|| UNSAID.to_owned());
    dependencies.spans.iter().cloned().chain(unsaid).collect()
}

fn map_words(dependencies: &Dependencies, shown: usize) -> String {
    let words = "Een pijl gaat van wie afhangt naar wie nodig is. Hoe dikker de pijl, hoe korter het zonder kan.";
    let most = dependencies.hanging.first();
    let most =
        most.map(|one| format!(" Aan {} hangt het meest: {} organisaties.", one.organisation.name, one.dependents));
    let some = (shown < dependencies.organisations.len())
        .then(|| format!(" Getekend zijn de {shown} organisaties met de meeste pijlen; de tabel noemt ze alle."));
    std::iter::once(words.to_owned()).chain(most).chain(some).collect()
}

/// Nothing while there is nobody to draw.
pub fn support(support: &Support) -> Vec<Block> {
    let row = |row: &SupportRow| (row.organisation.name.clone(), row.footings.iter().map(footing_in_short).collect());
    let nobody = || "Nog geen bestuur staat bovenaan zonder dat iets het tegenhoudt.".to_owned();
    let to_sign = (!support.signing_is_past).then(|| can_sign(support).unwrap_or_else(nobody));
    let filled = "Een rij vakken voor elk niveau: hoe meer er vol zijn, hoe meer steun.".to_owned();
    let description = std::iter::once(filled).chain(to_sign).collect::<Vec<_>>().join(" ");
    let parts = support.rows.len().div_ceil(MOST_LADDERS);
    let part = |(number, rows): (usize, &[SupportRow])| {
        let title = match parts {
            1 => "Steun op elk niveau".to_owned(),
            _ => format!("Steun op elk niveau, deel {number} van {parts}"),
        };
        let ladders = Ladders { titles: support.levels.clone(), rows: rows.iter().map(row).collect() };
        figure(&title, description.clone(), Picture::Ladders(ladders))
    };
    // As many rows in each part.
    let rows = support.rows.chunks(support.rows.len().div_ceil(parts.max(1)).max(1));
    (1..).zip(rows).map(part).collect()
}

/// Nothing while nobody pledged anything.
pub fn balance(balance: &Balance) -> Option<Block> {
    if balance.pledges.is_empty() && balance.outside.is_empty() {
        return None;
    }
    let quantity = |count| Quantity { hundredths: Decimal::hundredths(count), words: balance.counted(count) };
    let needed = match balance.outcome {
        Outcome::OtherUnit { .. } => None,
        _ => balance.needed.map(|count| Quantity { words: balance.counted_in_period(count), ..quantity(count) }),
    };

    let (pledges, small) = heaviest(balance.pledges.iter().chain(&balance.outside), |pledge| pledge.count);
    let one = |pledge: &Pledge| (pledge.organisation.name.clone(), quantity(pledge.count));
    let all_small = (!small.is_empty()).then(|| {
        let together = small.iter().map(|pledge| pledge.count).fold(Decimal::ZERO, Decimal::plus);
        (format!("De {} andere", small.len()), quantity(together))
    });
    let waterfall = Waterfall {
        parts: pledges.into_iter().map(one).chain(all_small).collect(),
        total: ("Samen".to_owned(), quantity(balance.pledged)),
        needed,
        outcome: outcome_words(balance, "precies genoeg"),
    };
    let bars = match small.len() {
        0 => "Een balk voor elke organisatie".to_owned(),
        small => format!("Een balk voor wie het meest toezegt en een voor de {small} andere; de tabel noemt ze alle"),
    };
    let description = format!("{bars}. Onderaan staat wat ze samen toezeggen. {}", balance_words(balance));
    let title = format!("{}: toegezegd naast nodig", balance.measure.title());
    Some(figure(&title, description, Picture::Waterfall(waterfall)))
}

/// As many as can be drawn one by one, in the order in which they stood, and apart from them the others, which weigh least.
fn heaviest<T, W: Ord>(all: impl Iterator<Item = T>, weight: impl Fn(&T) -> W) -> (Vec<T>, Vec<T>) {
    let mut ranked: Vec<(usize, T)> = all.enumerate().collect();
    ranked.sort_by_cached_key(|(_, one)| Reverse(weight(one)));
    let others = ranked.split_off(ranked.len().min(MOST_ROWS));
    ranked.sort_by_key(|(place, _)| *place);
    let bare = |ranked: Vec<(usize, T)>| ranked.into_iter().map(|(_, one)| one).collect();
    (bare(ranked), bare(others))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pledges(hours: &[i64]) -> Vec<Pledge> {
        let pledge = |(number, hours): (usize, &i64)| Pledge {
            organisation: Party { id: format!("lid-{number}"), name: format!("Lid {number}") },
            count: Decimal::from_integer(*hours),
        };
        hours.iter().enumerate().map(pledge).collect()
    }

    /// How many are drawn one by one, and what the others pledge together.
    #[track_caller]
    fn check(hours: &[i64], drawn: usize, others: i64) {
        let all = pledges(hours);
        let (kept, apart) = heaviest(all.iter(), |pledge| pledge.count);
        let sum = apart.iter().map(|pledge| pledge.count).fold(Decimal::ZERO, Decimal::plus);
        assert_eq!((kept.len(), sum), (drawn, Decimal::from_integer(others)));
        assert!(kept.is_sorted_by_key(|pledge| pledge.organisation.name.len()), "the order is kept");
    }

    #[test]
    fn of_too_many_those_around_who_is_needed_most_are_drawn() {
        let party = |id: String| Party { name: id.clone(), id };
        let node = |id: String, depends_on: Vec<Party>, needed_by: Vec<Party>| Known {
            organisation: party(id),
            depends_on,
            depends_on_through_others: Vec::new(),
            needed_by,
            needed_by_through_others: Vec::new(),
        };
        let pairs = (0..15).flat_map(|pair| {
            let (one, other) = (format!("klant-{pair}"), format!("bakker-{pair}"));
            [node(one.clone(), vec![party(other.clone())], Vec::new()), node(other, Vec::new(), vec![party(one)])]
        });
        let guest = |number: usize| format!("gast-{number}");
        let guests = (0..12).map(|number| node(guest(number), vec![party("haven".to_owned())], Vec::new()));
        let port = node("haven".to_owned(), Vec::new(), (0..12).map(|number| party(guest(number))).collect());
        let nodes: Vec<Known> = pairs.chain(guests).chain([port]).collect();
        let drawn: Vec<&str> = most_tied(&nodes).into_iter().map(|node| node.organisation.id.as_str()).collect();
        assert_eq!(drawn.len(), MOST_ROWS);
        assert!(drawn.contains(&"haven") && (0..12).all(|number| drawn.contains(&guest(number).as_str())), "{drawn:?}");
    }

    #[test]
    fn who_pledges_least_is_drawn_together() {
        check(&[4; 20], 20, 0);
        check(&[4; 23], 20, 12);
        let many: Vec<i64> = (1..=60).collect();
        check(&many, 20, (1..=40).sum());
    }
}
