use super::vocabulary::vocabulary;

vocabulary! {
    /// Whether the walk through a phase asks a question, or offers it to who wants to know more.
    Depth {
        Core = "kern", "kern";
        Deeper = "verdieping", "verdieping";
    }
}
