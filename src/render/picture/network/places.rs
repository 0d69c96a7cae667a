use super::columns::Columns;
use super::columns::Side;
use super::order::LANE;

/// Between two things in one column.
const GAP: f32 = 12.0;
const ROUNDS: usize = 10;

/// Where everything stands.
pub struct Placed {
    /// The top of each node and lane.
    pub top: Vec<f32>,
    /// The height at which each link leaves its left node and reaches its right one.
    pub ports: Vec<(f32, f32)>,
    pub height: f32,
}

/// Each as near to what it is tied to as the others leave room for.
pub fn placed(columns: &Columns, layers: &[Vec<usize>], node_heights: &[f32]) -> Placed {
    let height = |item: usize| node_heights.get(item).copied().unwrap_or(LANE);
    let mut middle = vec![0.0; columns.column.len()];
    for layer in layers {
        let mut top = 0.0;
        for item in layer {
            middle[*item] = top + height(*item) / 2.0;
            top += height(*item) + GAP;
        }
    }
    let tied = tied(columns);
    for round in 0..ROUNDS {
        for index in 0..layers.len() {
            let index = if round % 2 == 0 { index } else { layers.len() - 1 - index };
            spread(&layers[index], &mut middle, &tied, &height);
        }
    }
    let top: Vec<f32> = middle.iter().enumerate().map(|(item, middle)| middle - height(item) / 2.0).collect();
    let highest = top.iter().copied().fold(f32::INFINITY, f32::min).min(f32::MAX) - 2.0;
    let top: Vec<f32> = top.iter().map(|top| top - highest).collect();
    let lowest = top.iter().enumerate().map(|(item, top)| top + height(item)).fold(0.0, f32::max);
    Placed { ports: ports(columns, &top, &height), top, height: lowest + 2.0 }
}

fn tied(columns: &Columns) -> Vec<Vec<usize>> {
    let mut tied = vec![Vec::new(); columns.column.len()];
    for link in 0..columns.links.len() {
        for pair in columns.path(link).windows(2) {
            tied[pair[0]].push(pair[1]);
            tied[pair[1]].push(pair[0]);
        }
    }
    tied
}

/// What a column would like, as far as its order and its gaps allow: halfway between pushing down and pushing up.
fn spread(layer: &[usize], middle: &mut [f32], tied: &[Vec<usize>], height: &impl Fn(usize) -> f32) {
    let wish = |item: &usize| {
        let others = &tied[*item];
        if others.is_empty() {
            return middle[*item];
        }
        others.iter().map(|other| middle[*other]).sum::<f32>() / others.len() as f32
    };
    let wished: Vec<f32> = layer.iter().map(wish).collect();
    let apart = |one: usize, other: usize| (height(one) + height(other)) / 2.0 + GAP;
    let mut down = wished.clone();
    for place in 1..layer.len() {
        down[place] = down[place].max(down[place - 1] + apart(layer[place - 1], layer[place]));
    }
    let mut up = wished;
    for place in (0..layer.len().saturating_sub(1)).rev() {
        up[place] = up[place].min(up[place + 1] - apart(layer[place], layer[place + 1]));
    }
    for (place, item) in layer.iter().enumerate() {
        middle[*item] = (down[place] + up[place]) / 2.0;
    }
}

/// The arrows at one side of a node below each other, in the order of where they come from or go to.
fn ports(columns: &Columns, top: &[f32], height: &impl Fn(usize) -> f32) -> Vec<(f32, f32)> {
    let mut ports = vec![(0.0, 0.0); columns.links.len()];
    let middle = |item: usize| top[item] + height(item) / 2.0;
    for (node, node_top) in top.iter().enumerate().take(columns.nodes) {
        for side in [Side::Left, Side::Right] {
            let mut here: Vec<(f32, usize, bool)> = Vec::new();
            for link in 0..columns.links.len() {
                let path = columns.path(link);
                if columns.start(link) == (node, side) {
                    here.push((middle(path[1]), link, true));
                }
                if columns.end(link) == (node, side) {
                    here.push((middle(path[path.len() - 2]), link, false));
                }
            }
            here.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
            let step = height(node) / here.len().max(1) as f32;
            for (place, (_, link, starts)) in here.iter().enumerate() {
                let at = node_top + (place as f32 + 0.5) * step;
                let port = &mut ports[*link];
                if *starts { port.0 = at } else { port.1 = at }
            }
        }
    }
    ports
}
