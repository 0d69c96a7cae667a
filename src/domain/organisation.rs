use chrono::NaiveDate;

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
        Departed = "vertrokken", "vertrokken";
        Stakeholder = "stakeholder", "stakeholder";
        Candidate = "kandidaat", "kandidaat voor de kopgroep";
        Partner = "partner", "partner";
        Participant = "deelnemer", "deelnemer";
        Kopgroep = "kopgroep", "kopgroep";
    }
}

impl Place {
    /// Those in which an answer can put who is named there: nobody leaves by being named.
    pub const NAMED: &'static [&'static str] = Place::WORDS.split_at(1).1;
}

/// One organisation of the register: who it is, never what it thinks.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Organisation {
    pub id: Identifier,
    pub name: String,
    pub kind: Option<OrganisationKind>,
    pub place: Place,
    #[serde(flatten)]
    pub departure: Departure,
    pub contacts: Vec<Contact>,
}

/// When and why an organisation left, and what it leaves behind; nothing of who did not.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Departure {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_because: Option<String>,
    /// What stays behind without it, in the words of who wrote it down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_behind: Option<String>,
}

impl Organisation {
    /// Where it stands in the collaboration: one fact, whichever part of it changed.
    pub fn standing(&self) -> (Place, &Departure) {
        (self.place, &self.departure)
    }

    pub fn has_left(&self) -> bool {
        self.place == Place::Departed
    }

    /// The name as a reader meets it: of who left it says so.
    pub fn known_as(&self) -> String {
        match self.place {
            Place::Departed => format!("{} ({})", self.name, self.place.title()),
            _ => self.name.clone(),
        }
    }

    /// Whether a name is that of the organisation or of one of its people, or its id.
    pub fn answers_to(&self, name: &str) -> bool {
        let names =
            self.contacts.iter().map(|contact| contact.name.as_str()).chain([self.name.as_str(), self.id.as_str()]);
        names.into_iter().any(|known| known.to_lowercase() == name.trim().to_lowercase())
    }

    /// Whether words begin with the organisation or one of its people: 'Fatima Haddou, directeur'. A first name alone may be of another.
    pub fn is_named_first_in(&self, words: &str) -> bool {
        let whole = words.trim().to_lowercase();
        let begins = |contact: &Contact| {
            let rest = whole.strip_prefix(&contact.name.to_lowercase());
            contact.name.contains(' ') && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        self.answers_to(words.split([',', '(', ';', '\n']).next().unwrap_or_default())
            || self.contacts.iter().any(begins)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Contact {
    pub name: String,
    pub role: Option<String>,
    pub mail: Option<String>,
    pub phone: Option<String>,
}

impl Contact {
    /// What is known of somebody by two tellings: what the first does not say is as the other says it.
    pub fn or(&self, other: &Contact) -> Contact {
        let either = |one: &Option<String>, other: &Option<String>| one.clone().or_else(|| other.clone());
        let (role, mail) = (either(&self.role, &other.role), either(&self.mail, &other.mail));
        Contact { name: self.name.clone(), role, mail, phone: either(&self.phone, &other.phone) }
    }
}
