use super::columns::Columns;

/// How high the lane of an arrow is that passes a column.
pub const LANE: f32 = 10.0;

/// So often the columns are gone through, there and back.
const SWEEPS: usize = 12;

/// The nodes and lanes of each column, from the top: in the best order that was seen, by how many arrows cross.
pub fn layers(columns: &Columns) -> Vec<Vec<usize>> {
    let mut layers: Vec<Vec<usize>> = (0..columns.count)
        .map(|column| (0..columns.column.len()).filter(|item| columns.column[*item] == column).collect())
        .collect();
    let (steps, neighbours) = (columns.steps(), columns.neighbours());
    let mut best = layers.clone();
    let mut fewest = crossings(&layers, &steps, columns.column.len());
    for sweep in 0..SWEEPS {
        let there = sweep % 2 == 0;
        for index in 0..layers.len() {
            let index = if there { index } else { layers.len() - 1 - index };
            settle(&mut layers, index, columns, &neighbours, there);
        }
        let now = crossings(&layers, &steps, columns.column.len());
        if now < fewest {
            (fewest, best) = (now, layers.clone());
        }
    }
    best
}

/// Each where its neighbours in the column before it stand on average, one behind the other.
fn settle(layers: &mut [Vec<usize>], index: usize, columns: &Columns, neighbours: &[Vec<usize>], there: bool) {
    let rank = ranks(layers, columns.column.len());
    let is_before = |other: &&usize| {
        let (own, theirs) = (index, columns.column[**other]);
        if there { theirs < own } else { theirs > own }
    };
    let wish = |item: &usize| {
        let before: Vec<f32> = neighbours[*item].iter().filter(is_before).map(|other| rank[*other]).collect();
        if before.is_empty() { rank[*item] } else { before.iter().sum::<f32>() / before.len() as f32 }
    };
    let mut wished: Vec<(f32, usize)> = layers[index].iter().map(|item| (wish(item), *item)).collect();
    wished.sort_by(|one, other| one.0.total_cmp(&other.0));
    layers[index] = wished.into_iter().map(|(_, item)| item).collect();
}

/// Where each stands in its column, from nothing at the top to one at the bottom.
fn ranks(layers: &[Vec<usize>], items: usize) -> Vec<f32> {
    let mut rank = vec![0.0; items];
    for layer in layers {
        for (place, item) in layer.iter().enumerate() {
            rank[*item] = (place as f32 + 0.5) / layer.len() as f32;
        }
    }
    rank
}

/// How many pairs of arrows cross between two columns.
fn crossings(layers: &[Vec<usize>], steps: &[(usize, usize)], items: usize) -> usize {
    let mut column = vec![0; items];
    let mut place = vec![0; items];
    for (index, layer) in layers.iter().enumerate() {
        for (at, item) in layer.iter().enumerate() {
            (column[*item], place[*item]) = (index, at);
        }
    }
    let mut found = 0;
    for (number, (left, right)) in steps.iter().enumerate() {
        let beside = steps[number + 1..].iter().filter(|(other, _)| column[*other] == column[*left]);
        found += beside
            .filter(|(other_left, other_right)| {
                let from = place[*left].cmp(&place[*other_left]);
                let to = place[*right].cmp(&place[*other_right]);
                from != to && from.is_ne() && to.is_ne()
            })
            .count();
    }
    found
}
