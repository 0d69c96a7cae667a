use super::vocabulary::vocabulary;

vocabulary! {
    /// The three phases of the guide. They are an order, never a gate.
    Phase {
        Verkennen = "verkennen", "Verkennen";
        Ontwikkelen = "ontwikkelen", "Ontwikkelen";
        Uitbouwen = "uitbouwen", "Uitbouwen";
    }
}
