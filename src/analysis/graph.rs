/// Where the arrows from each lead, by index. Parallel arrows count once; an arrow to oneself says nothing.
pub(super) fn graph(count: usize, arrows: impl IntoIterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut graph = vec![Vec::new(); count];
    for (from, to) in arrows {
        if from != to && !graph[from].contains(&to) {
            graph[from].push(to);
        }
    }
    graph
}

/// From where an arrow leads straight here.
pub(super) fn leading_to(graph: &[Vec<usize>], here: usize) -> Vec<usize> {
    (0..graph.len()).filter(|from| graph[*from].contains(&here)).collect()
}

/// Whether each can be reached from here along at least one arrow. It walks with a list of its own, so a long chain costs
/// no stack.
pub(super) fn reached(graph: &[Vec<usize>], from: usize) -> Vec<bool> {
    let mut reached = vec![false; graph.len()];
    let mut waiting = graph[from].clone();
    while let Some(here) = waiting.pop() {
        if !reached[here] {
            reached[here] = true;
            waiting.extend(&graph[here]);
        }
    }
    reached
}

/// The circles: the largest groups in which each reaches every other, in the order of their first members. `reached` holds
/// what each one reaches.
pub(super) fn circles(reached: &[Vec<bool>]) -> Vec<Vec<usize>> {
    let mut circles = Vec::new();
    let mut placed = vec![false; reached.len()];
    for one in 0..reached.len() {
        if placed[one] || !reached[one][one] {
            continue;
        }
        let circle: Vec<usize> =
            (one..reached.len()).filter(|other| reached[one][*other] && reached[*other][one]).collect();
        circle.iter().for_each(|member| placed[*member] = true);
        circles.push(circle);
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all_reached(graph: &[Vec<usize>]) -> Vec<Vec<bool>> {
        (0..graph.len()).map(|from| reached(graph, from)).collect()
    }

    #[track_caller]
    fn check(count: usize, arrows: &[(usize, usize)], expected: &[&[usize]]) {
        let graph = graph(count, arrows.iter().copied());
        assert_eq!(circles(&all_reached(&graph)), expected, "{arrows:?}");
    }

    #[test]
    fn circles_are_found() {
        check(3, &[(0, 1), (1, 2)], &[]);
        check(3, &[(0, 1), (1, 2), (2, 0)], &[&[0, 1, 2]]);
        check(4, &[(0, 1), (1, 0), (2, 3), (3, 2), (1, 2)], &[&[0, 1], &[2, 3]]);
        check(2, &[(0, 0)], &[]);
    }

    #[test]
    fn a_chain_of_a_thousand_costs_no_stack() {
        let chain = graph(1_000, (0..999).map(|from| (from, from + 1)));
        assert_eq!(reached(&chain, 0).iter().filter(|reached| **reached).count(), 999);
        assert_eq!(leading_to(&chain, 999), [998]);
        let ring = graph(1_000, (0..1_000).map(|from| (from, (from + 1) % 1_000)));
        assert_eq!(circles(&all_reached(&ring)), [(0..1_000).collect::<Vec<_>>()]);
    }

    /// What is reached, worked out in another way: by joining ever longer ways (Warshall).
    fn by_joining(count: usize, arrows: &[(usize, usize)]) -> Vec<Vec<bool>> {
        let mut reached = vec![vec![false; count]; count];
        arrows.iter().filter(|(from, to)| from != to).for_each(|(from, to)| reached[*from][*to] = true);
        for between in 0..count {
            for from in 0..count {
                for to in 0..count {
                    reached[from][to] |= reached[from][between] && reached[between][to];
                }
            }
        }
        reached
    }

    fn any_arrows() -> impl Strategy<Value = (usize, Vec<(usize, usize)>)> {
        (1_usize..12).prop_flat_map(|count| (Just(count), prop::collection::vec((0..count, 0..count), 0..30)))
    }

    proptest! {
        #[test]
        fn walking_reaches_what_joining_reaches((count, arrows) in any_arrows()) {
            let graph = graph(count, arrows.iter().copied());
            prop_assert_eq!(all_reached(&graph), by_joining(count, &arrows));
        }

        #[test]
        fn who_leads_here_points_here((count, arrows) in any_arrows()) {
            let graph = graph(count, arrows);
            for from in 0..count {
                for to in 0..count {
                    prop_assert_eq!(graph[from].contains(&to), leading_to(&graph, to).contains(&from));
                }
            }
        }

        #[test]
        fn circles_do_not_overlap_and_hold_each_other((count, arrows) in any_arrows()) {
            let reached = all_reached(&graph(count, arrows));
            let circles = circles(&reached);
            let mut members: Vec<usize> = circles.concat();
            for circle in &circles {
                prop_assert!(circle.len() > 1);
                prop_assert!(circle.iter().all(|one| circle.iter().all(|other| reached[*one][*other])));
            }
            let in_a_circle = (0..count).filter(|one| reached[*one][*one]).count();
            prop_assert_eq!(members.len(), in_a_circle);
            members.sort_unstable();
            members.dedup();
            prop_assert_eq!(members.len(), in_a_circle);
        }
    }
}
