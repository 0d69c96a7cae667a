use super::vocabulary::vocabulary;

vocabulary! {
    /// What a named threshold bounds, for analyses that never look one up by its name.
    Bound {
        KopgroepEnough = "kopgroep.enough", "kopgroep.enough";
        KopgroepMost = "kopgroep.most", "kopgroep.most";
    }
}
