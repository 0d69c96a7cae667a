use super::text;
use crate::document::{
    Event, Figure, Grid, Ladders, Lane, Mark, Measure, Network, Node, Picture, Quantity, Rung, Share, Shares, Timeline,
    Waterfall,
};
use crate::notation;

/// The figure with words that the fonts can draw: before it is drawn, for a note takes another room than what it stands for.
pub fn drawable(figure: &Figure) -> Figure {
    let picture = match &figure.picture {
        Picture::Grid(grid) => Picture::Grid(self::grid(grid)),
        Picture::Network(network) => Picture::Network(self::network(network)),
        Picture::Timeline(timeline) => {
            Picture::Timeline(Timeline { lanes: timeline.lanes.iter().map(lane).collect(), today: timeline.today })
        }
        Picture::Waterfall(waterfall) => Picture::Waterfall(Waterfall {
            parts: waterfall.parts.iter().map(part).collect(),
            total: part(&waterfall.total),
            needed: waterfall.needed.as_ref().map(quantity),
            outcome: waterfall.outcome.as_deref().map(words),
        }),
        Picture::Ladders(ladders) => Picture::Ladders(self::ladders(ladders)),
        Picture::Shares(shares) => Picture::Shares(Shares { rows: shares.rows.iter().map(share).collect() }),
    };
    Figure { title: words(&figure.title), description: words(&figure.description), picture }
}

fn words(text: &str) -> String {
    text::shown_in_a_picture(&notation::single_line(text))
}

fn all(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| words(text)).collect()
}

fn grid(grid: &Grid) -> Grid {
    let measure = |measure: &Measure| Measure { title: words(&measure.title), ..measure.clone() };
    let mark = |mark: &Mark| Mark { label: words(&mark.label), ..mark.clone() };
    Grid {
        across: measure(&grid.across),
        up: measure(&grid.up),
        quarters: grid.quarters.each_ref().map(|quarter| words(quarter)),
        sorts: all(&grid.sorts),
        marks: grid.marks.iter().map(mark).collect(),
    }
}

fn network(network: &Network) -> Network {
    let node = |node: &Node| Node { label: words(&node.label), remark: node.remark.as_deref().map(words) };
    Network {
        nodes: network.nodes.iter().map(node).collect(),
        arrows: network.arrows.clone(),
        sorts: all(&network.sorts),
    }
}

fn lane(lane: &Lane) -> Lane {
    let event = |event: &Event| Event { label: words(&event.label), date: event.date };
    Lane { title: words(&lane.title), events: lane.events.iter().map(event).collect() }
}

fn part((name, much): &(String, Quantity)) -> (String, Quantity) {
    (words(name), quantity(much))
}

fn quantity(quantity: &Quantity) -> Quantity {
    Quantity { words: words(&quantity.words), ..quantity.clone() }
}

fn ladders(ladders: &Ladders) -> Ladders {
    let rung = |rung: &Rung| match rung {
        Rung::Step { .. } => rung.clone(),
        Rung::Off(why) => Rung::Off(words(why)),
    };
    let row = |(name, rungs): &(String, Vec<Rung>)| (words(name), rungs.iter().map(rung).collect());
    Ladders { titles: all(&ladders.titles), rows: ladders.rows.iter().map(row).collect() }
}

fn share(share: &Share) -> Share {
    Share { label: words(&share.label), words: words(&share.words), ..share.clone() }
}
