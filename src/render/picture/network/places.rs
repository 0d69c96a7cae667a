use super::columns::{Columns, Side};
use super::order::LANE;

/// Between two things in one column.
const GAP: f32 = 8.0;
/// Above the highest and below the lowest.
const EDGE: f32 = 2.0;
const ROUNDS: usize = 10;

/// Where everything stands.
pub struct Placed {
    /// The top of each node and lane.
    pub top: Vec<f32>,
    /// The height at which each link leaves its left node and reaches its right one.
    pub ports: Vec<(f32, f32)>,
    pub height: f32,
}

/// Each as near to what it is tied to as the others leave room for, in no more height than the fullest column takes.
pub fn placed(columns: &Columns, layers: &[Vec<usize>], node_heights: &[f32]) -> Placed {
    let room = Room { nodes: columns.nodes, heights: node_heights };
    let height = layers.iter().map(|layer| room.of(layer)).fold(0.0, f32::max);
    let mut middle = vec![0.0; columns.column.len()];
    for layer in layers {
        let mut top = (height - room.of(layer)) / 2.0;
        for (place, item) in layer.iter().enumerate() {
            middle[*item] = top + room.height(*item) / 2.0;
            let gap = layer.get(place + 1).map_or(0.0, |next| room.gap(*item, *next));
            top += room.height(*item) + gap;
        }
    }
    let tied = columns.neighbours();
    for round in 0..ROUNDS {
        for index in 0..layers.len() {
            let index = if round % 2 == 0 { index } else { layers.len() - 1 - index };
            spread(&layers[index], &mut middle, &tied, &room, height);
        }
    }
    let top: Vec<f32> =
        middle.iter().enumerate().map(|(item, middle)| EDGE + middle - room.height(item) / 2.0).collect();
    Placed { ports: ports(columns, &top, &room), top, height: height + 2.0 * EDGE }
}

/// The room that things take in a column.
struct Room<'a> {
    nodes: usize,
    heights: &'a [f32],
}

impl Room<'_> {
    fn height(&self, item: usize) -> f32 {
        self.heights.get(item).copied().unwrap_or(LANE)
    }

    /// Lanes run close beside each other.
    fn gap(&self, one: usize, other: usize) -> f32 {
        if one.min(other) < self.nodes { GAP } else { 0.0 }
    }

    /// From the middle of the one to the middle of the other, at the least.
    fn apart(&self, one: usize, other: usize) -> f32 {
        (self.height(one) + self.height(other)) / 2.0 + self.gap(one, other)
    }

    fn of(&self, layer: &[usize]) -> f32 {
        let gaps: f32 = layer.windows(2).map(|pair| self.gap(pair[0], pair[1])).sum();
        layer.iter().map(|item| self.height(*item)).sum::<f32>() + gaps
    }
}

/// What a column would like, as far as its order, its gaps and the height allow: halfway between pushing down and pushing up.
fn spread(layer: &[usize], middle: &mut [f32], tied: &[Vec<usize>], room: &Room, height: f32) {
    let wish = |item: &usize| {
        let others = &tied[*item];
        if others.is_empty() {
            return middle[*item];
        }
        others.iter().map(|other| middle[*other]).sum::<f32>() / others.len() as f32
    };
    let wished: Vec<f32> = layer.iter().map(wish).collect();
    let down = pushed_down(&wished, layer, room, f32::NEG_INFINITY);
    let up = pushed_up(&wished, layer, room, f32::INFINITY);
    let between: Vec<f32> = down.iter().zip(&up).map(|(down, up)| (down + up) / 2.0).collect();
    let within = pushed_up(&pushed_down(&between, layer, room, 0.0), layer, room, height);
    for (item, at) in layer.iter().zip(within) {
        middle[*item] = at;
    }
}

/// None nearer to the one above it than it may be, and none above `top`.
fn pushed_down(wished: &[f32], layer: &[usize], room: &Room, top: f32) -> Vec<f32> {
    let mut at = wished.to_vec();
    for place in 0..layer.len() {
        let least = match place.checked_sub(1) {
            Some(above) => at[above] + room.apart(layer[above], layer[place]),
            None => top + room.height(layer[place]) / 2.0,
        };
        at[place] = at[place].max(least);
    }
    at
}

/// The same seen upside down: none below `bottom`.
fn pushed_up(wished: &[f32], layer: &[usize], room: &Room, bottom: f32) -> Vec<f32> {
    let turned = |at: &[f32]| -> Vec<f32> { at.iter().rev().map(|at| -at).collect() };
    let layer: Vec<usize> = layer.iter().rev().copied().collect();
    turned(&pushed_down(&turned(wished), &layer, room, -bottom))
}

/// The arrows at one side of a node below each other, in the order of where they come from or go to.
fn ports(columns: &Columns, top: &[f32], room: &Room) -> Vec<(f32, f32)> {
    let mut ports = vec![(0.0, 0.0); columns.links.len()];
    let middle = |item: usize| top[item] + room.height(item) / 2.0;
    for (node, node_top) in top.iter().enumerate().take(columns.nodes) {
        for side in [Side::Left, Side::Right] {
            let mut here: Vec<(f32, usize, bool)> = Vec::new();
            for link in 0..columns.links.len() {
                let path = columns.path(link);
                let ends = [(columns.start(link), path[1], true), (columns.end(link), path[path.len() - 2], false)];
                let at_node = ends.into_iter().filter(|(port, ..)| *port == (node, side));
                here.extend(at_node.map(|(_, beside, starts)| (middle(beside), link, starts)));
            }
            here.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
            let step = room.height(node) / here.len().max(1) as f32;
            for (place, (_, link, starts)) in here.iter().enumerate() {
                let at = node_top + (place as f32 + 0.5) * step;
                let port = &mut ports[*link];
                if *starts { port.0 = at } else { port.1 = at }
            }
        }
    }
    ports
}
