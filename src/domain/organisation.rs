use super::identifier::Identifier;
use super::vocabulary::vocabulary;

vocabulary! {
    /// The kind of an organisation. The first eight are the guide's candidates for the kopgroep.
    OrganisationKind {
        Government = "gemeente-provincie-rijk", "gemeente, provincie of Rijk";
        SafetyRegion = "veiligheidsregio", "veiligheidsregio";
        PoliceRegion = "politieregio", "politieregio";
        LargeCompany = "groot-bedrijf", "groot bedrijf";
        BankOrInsurer = "bank-verzekeraar", "bank of verzekeraar";
        BranchOrganisation = "branche-belangenorganisatie", "branche- of belangenorganisatie";
        BusinessAssociation = "ondernemersvereniging", "ondernemersvereniging";
        DevelopmentCompany = "regionale-ontwikkelmaatschappij", "regionale ontwikkelmaatschappij";
        SmallCompany = "mkb-bedrijf", "klein of middelgroot bedrijf";
        StartUp = "start-up", "start-up";
        School = "onderwijs", "onderwijsinstelling";
        KnowledgeInstitute = "kennisinstelling", "kennisinstelling";
        Care = "zorg", "zorginstelling";
        Collaboration = "samenwerkingsverband", "samenwerkingsverband";
        Other = "overig", "andere organisatie";
    }
}

impl OrganisationKind {
    /// The eight kinds of candidate that the guide names (point V1.5).
    pub fn candidates() -> &'static [OrganisationKind] {
        &OrganisationKind::ALL[..8]
    }
}

vocabulary! {
    /// The place of an organisation in the collaboration, from far to near. An answer may move one nearer, never further off.
    Place {
        Stakeholder = "stakeholder", "stakeholder";
        Candidate = "kandidaat", "kandidaat voor de kopgroep";
        Partner = "partner", "partner";
        Participant = "deelnemer", "deelnemer";
        Kopgroep = "kopgroep", "kopgroep";
    }
}

/// One organisation of the register: who it is, never what it thinks.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Organisation {
    pub id: Identifier,
    pub name: String,
    pub kind: Option<OrganisationKind>,
    pub place: Place,
    pub contacts: Vec<Contact>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Contact {
    pub name: String,
    pub role: Option<String>,
    pub mail: Option<String>,
    pub phone: Option<String>,
}
