use std::collections::BTreeMap;

use crate::document::Network;

/// More columns than this leave no room for words.
const MOST: usize = 4;

/// In which column each node stands, and how the arrows go from one to another.
pub struct Columns {
    pub count: usize,
    /// For each node, and for each lane behind them.
    pub column: Vec<usize>,
    /// How many of them are nodes.
    pub nodes: usize,
    pub links: Vec<Link>,
}

/// An arrow, from the left to the right; turned when it points to the left.
pub struct Link {
    pub left: usize,
    pub right: usize,
    pub turned: bool,
    pub sort: usize,
    /// One in each column that it passes.
    pub lanes: Vec<usize>,
}

impl Columns {
    pub fn of(network: &Network) -> Columns {
        let nodes = network.nodes.len();
        let arrows = arrows(network);
        let link = |((from, to, sort), turned): (&(usize, usize, usize), bool)| {
            let (left, right) = if turned { (*to, *from) } else { (*from, *to) };
            Link { left, right, turned, sort: *sort, lanes: Vec::new() }
        };
        let mut links: Vec<Link> = arrows.iter().zip(against(nodes, &arrows)).map(link).collect();
        let mut column = longest_paths(nodes, &links);
        let count = compress(&mut column);
        for link in &mut links {
            for between in column[link.left] + 1..column[link.right] {
                link.lanes.push(column.len());
                column.push(between);
            }
        }
        Columns { count, column, nodes, links }
    }

    /// How many arrows come together at the busiest side of a node.
    pub fn ports(&self, node: usize) -> usize {
        let ports = || (0..self.links.len()).flat_map(|link| [self.start(link), self.end(link)]);
        let at = |side: Side| ports().filter(|port| *port == (node, side)).count();
        at(Side::Left).max(at(Side::Right))
    }

    /// At which side of which node a link starts.
    pub fn start(&self, link: usize) -> (usize, Side) {
        (self.links[link].left, Side::Right)
    }

    /// At which side of which node it ends: within one column it comes back to the right.
    pub fn end(&self, link: usize) -> (usize, Side) {
        let Link { left, right, .. } = self.links[link];
        (right, if self.column[left] == self.column[right] { Side::Right } else { Side::Left })
    }

    /// What each link goes through, one by one.
    pub fn path(&self, link: usize) -> Vec<usize> {
        let link = &self.links[link];
        std::iter::once(link.left).chain(link.lanes.iter().copied()).chain([link.right]).collect()
    }

    /// Pairs of things in one column or in neighbouring ones between which an arrow goes.
    pub fn steps(&self) -> Vec<(usize, usize)> {
        let pairs = |link| self.path(link).windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>();
        (0..self.links.len()).flat_map(pairs).collect()
    }

    /// What each is tied to by an arrow.
    pub fn neighbours(&self) -> Vec<Vec<usize>> {
        let mut neighbours = vec![Vec::new(); self.column.len()];
        for (one, other) in self.steps() {
            neighbours[one].push(other);
            neighbours[other].push(one);
        }
        neighbours
    }
}

/// A side of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    Left,
    Right,
}

/// One arrow from each to each, of the strongest sort; nothing hangs on itself.
fn arrows(network: &Network) -> Vec<(usize, usize, usize)> {
    let nodes = network.nodes.len();
    let mut strongest: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for arrow in network.arrows.iter().filter(|arrow| arrow.from != arrow.to && arrow.from.max(arrow.to) < nodes) {
        let sort = strongest.entry((arrow.from, arrow.to)).or_insert(arrow.sort);
        *sort = (*sort).min(arrow.sort);
    }
    strongest.into_iter().map(|((from, to), sort)| (from, to, sort)).collect()
}

/// Which arrows close a circle when one walks along them: without these there is none.
fn against(nodes: usize, arrows: &[(usize, usize, usize)]) -> Vec<bool> {
    let (mut state, mut against) = (vec![State::New; nodes], vec![false; arrows.len()]);
    // Whoever nobody hangs on comes first, so that circles are cut where they come back.
    let needed = |node: &usize| arrows.iter().any(|(_, to, _)| to == node);
    let (later, first): (Vec<usize>, Vec<usize>) = (0..nodes).partition(needed);
    first.into_iter().chain(later).for_each(|node| walk(node, arrows, &mut state, &mut against));
    against
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    OnTheWay,
    Done,
}

fn walk(from: usize, arrows: &[(usize, usize, usize)], state: &mut [State], against: &mut [bool]) {
    if state[from] != State::New {
        return;
    }
    state[from] = State::OnTheWay;
    for (index, (_, to, _)) in arrows.iter().enumerate().filter(|(_, arrow)| arrow.0 == from) {
        against[index] = state[*to] == State::OnTheWay;
        walk(*to, arrows, state, against);
    }
    state[from] = State::Done;
}

/// Each right of all that hang on it, and no further left of what it hangs on than needed.
fn longest_paths(nodes: usize, links: &[Link]) -> Vec<usize> {
    let mut column = vec![0; nodes];
    // Without circles no path is longer than there are nodes.
    for _ in 0..nodes {
        for Link { left, right, .. } in links {
            column[*right] = column[*right].max(column[*left] + 1);
        }
    }
    for node in 0..nodes {
        let is_first = !links.iter().any(|link| link.right == node);
        let nearest = links.iter().filter(|link| link.left == node).map(|link| column[link.right]).min();
        if let (true, Some(nearest)) = (is_first, nearest) {
            column[node] = nearest - 1;
        }
    }
    column
}

/// In no more columns than there is room for. How many there are then.
fn compress(column: &mut [usize]) -> usize {
    let count = column.iter().max().map_or(1, |last| last + 1);
    if count > MOST {
        column.iter_mut().for_each(|column| *column = *column * MOST / count);
    }
    count.min(MOST)
}
