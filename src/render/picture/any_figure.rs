//! Figures of every kind, of every size and with every text.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::document::{
    Arrow, Event, Figure, Grid, Ladders, Lane, Mark, Measure, Network, Node, Picture, Quantity, Ring, Rung, Share,
    Shares, Timeline, Waterfall,
};

pub fn figure() -> impl Strategy<Value = Figure> {
    let picture = prop_oneof![
        grid().prop_map(Picture::Grid),
        network().prop_map(Picture::Network),
        timeline().prop_map(Picture::Timeline),
        waterfall().prop_map(Picture::Waterfall),
        ladders().prop_map(Picture::Ladders),
        shares().prop_map(Picture::Shares),
        ring().prop_map(Picture::Ring),
    ];
    (words(), words(), picture).prop_map(|(title, description, picture)| Figure { title, description, picture })
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Z][a-zé]{2,12}( [a-z]{1,14}){0,5}",
        1 => any::<String>(),
        1 => "[a-zW世👩\u{301}\t\n\u{1b}\u{202e}<&\"]{0,40}",
        1 => "[a-zW]{60,200}",
    ]
}

fn measure() -> impl Strategy<Value = Measure> {
    (words(), 1_usize..8, 0_usize..9).prop_map(|(title, levels, much_from)| Measure { title, levels, much_from })
}

fn grid() -> impl Strategy<Value = Grid> {
    let mark = (words(), 0_usize..9, 0_usize..9, 0_usize..6).prop_map(|(label, across, up, sort)| Mark {
        label,
        across,
        up,
        sort,
    });
    (measure(), measure(), [words(), words(), words(), words()], vec(words(), 0..6), vec(mark, 0..41))
        .prop_map(|(across, up, quarters, sorts, marks)| Grid { across, up, quarters, sorts, marks })
}

/// With arrows to nowhere and to itself as well.
fn network() -> impl Strategy<Value = Network> {
    let node = (words(), option::weighted(0.2, words())).prop_map(|(label, remark)| Node { label, remark });
    (vec(node, 0..41), vec(words(), 0..5)).prop_flat_map(|(nodes, sorts)| {
        let count = nodes.len() + 1;
        let arrow = (0..count, 0..count, 0_usize..5).prop_map(|(from, to, sort)| Arrow { from, to, sort });
        vec(arrow, 0..60).prop_map(move |arrows| Network { nodes: nodes.clone(), arrows, sorts: sorts.clone() })
    })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    let far = (1_i32..=9999, 1_u32..=366).prop_filter_map("a day", |(year, day)| NaiveDate::from_yo_opt(year, day));
    let near = (2025_i32..=2028, 1_u32..=365).prop_filter_map("a day", |(year, day)| NaiveDate::from_yo_opt(year, day));
    prop_oneof![1 => far, 6 => near]
}

fn timeline() -> impl Strategy<Value = Timeline> {
    let event = (words(), date()).prop_map(|(label, date)| Event { label, date });
    let lane = (words(), vec(event, 0..12)).prop_map(|(title, events)| Lane { title, events });
    (vec(lane, 0..6), date()).prop_map(|(lanes, today)| Timeline { lanes, today })
}

fn quantity() -> impl Strategy<Value = Quantity> {
    (prop_oneof![0_i64..100_000, any::<i64>().prop_map(|any| any / 1_000)], words())
        .prop_map(|(hundredths, words)| Quantity { hundredths, words })
}

fn waterfall() -> impl Strategy<Value = Waterfall> {
    (vec((words(), quantity()), 0..40), (words(), quantity()), option::of(quantity()), option::of(words()))
        .prop_map(|(parts, total, needed, outcome)| Waterfall { parts, total, needed, outcome })
}

fn ladders() -> impl Strategy<Value = Ladders> {
    let rung = prop_oneof![
        (0_usize..14, 0_usize..14).prop_map(|(step, of)| Rung::Step { step, of }),
        words().prop_map(Rung::Off),
    ];
    (vec(words(), 0..4), vec((words(), vec(rung, 0..5)), 0..40)).prop_map(|(titles, rows)| Ladders { titles, rows })
}

fn shares() -> impl Strategy<Value = Shares> {
    let share = (words(), 0_usize..200, 0_usize..200, words()).prop_map(|(label, part, whole, words)| Share {
        label,
        part,
        whole,
        words,
    });
    vec(share, 0..40).prop_map(|rows| Shares { rows })
}

fn ring() -> impl Strategy<Value = Ring> {
    (words(), vec(words(), 0..10)).prop_map(|(middle, around)| Ring { middle, around })
}
