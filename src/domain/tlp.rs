use super::vocabulary::vocabulary;

vocabulary! {
    /// Traffic Light Protocol 2.0 (FIRST, August 2022), from wide to strict. The labels are never translated.
    #[derive(Default)]
    Tlp {
        Clear = "CLEAR", "TLP:CLEAR";
        Green = "GREEN", "TLP:GREEN";
        /// What is not said to be otherwise stays in the circle of those who need it.
        #[default]
        Amber = "AMBER", "TLP:AMBER";
        AmberStrict = "AMBER+STRICT", "TLP:AMBER+STRICT";
        Red = "RED", "TLP:RED";
    }
}
