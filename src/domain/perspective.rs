use super::vocabulary::vocabulary;

vocabulary! {
    /// The side from which a subject is seen.
    Perspective {
        Own = "own", "ieder voor zich";
        Together = "together", "samen";
        Others = "others", "de anderen";
    }
}
