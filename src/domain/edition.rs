use super::tlp::Tlp;
use super::vocabulary::vocabulary;

vocabulary! {
    /// For whom a document is made, from narrow to wide.
    Edition {
        Kopgroep = "kopgroep", "de kopgroep";
        Participants = "deelnemers", "de deelnemers";
        Public = "openbaar", "iedereen";
    }
}

impl Edition {
    /// Whether something with this label may stand in it. Judgements of organisations bear `TLP:AMBER+STRICT` or stricter, so
    /// the edition for participants holds none.
    pub fn admits(self, label: Tlp) -> bool {
        let strictest = match self {
            Edition::Kopgroep => Tlp::Red,
            Edition::Participants => Tlp::Amber,
            Edition::Public => Tlp::Clear,
        };
        label <= strictest
    }
}
