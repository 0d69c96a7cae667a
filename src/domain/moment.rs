use super::vocabulary::vocabulary;

vocabulary! {
    /// When a question has its turn: every organisation is asked it before a meeting, or the table talks about it, or it waits.
    Moment {
        Before = "vooraf", "vooraf";
        Table = "tafel", "aan tafel";
        Later = "daarna", "daarna";
    }
}
