use clap::{Args, Subcommand};

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::present;
use super::super::workplace::{OpenProject, Workplace};
use super::guessed_kinds::guessed_kinds;
use crate::cli::arguments::{Settings, value};
use crate::domain::{
    Answer, Answers, Contact, FullId, Identifier, LapsedAnswer, Organisation, OrganisationKind, Place, Project,
    Subject, Value, Variant,
};
use crate::ledger;
use crate::report::{KopgroepReport, OrganisationDetail, Organisations};
use crate::source::nearest;

#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
#[command(about = "Houd bij wie er meedoen")]
#[command(before_help = "Kopgroep, kandidaten, partners en stakeholders. Zonder opdracht erachter: de lijst.")]
#[command(after_help = "Voorbeelden:
  regio organisatie lijst
  regio organisatie toon
  regio organisatie nieuw \"Gemeente Voorbeeld\" --plaats kopgroep")]
pub enum Arguments {
    #[command(name = "lijst", about = "Toon de organisaties")]
    #[command(after_help = "Voorbeelden:
  regio organisatie lijst
  regio organisatie lijst --plaats kopgroep")]
    List(OrganisationList),

    #[command(name = "toon", about = "Toon de kopgroep als geheel, of één organisatie")]
    #[command(before_help = "Wie er meedoen en wie je mist, wie al iets zei, rollen, uren, steun en afhankelijkheden.
Met een id erbij: alles over die ene organisatie.")]
    #[command(after_help = "Voorbeelden:
  regio organisatie toon
  regio organisatie toon havenbedrijf")]
    Show(OrganisationShow),

    #[command(name = "nieuw", about = "Voeg een organisatie toe")]
    #[command(before_help = "Handig als je al weet wie er meedoen of wie je wilt vragen.")]
    #[command(after_help = "Voorbeelden:
  regio organisatie nieuw \"Gemeente Voorbeeld\" --plaats kopgroep
  regio organisatie nieuw Havenbedrijf --soort groot-bedrijf --contact Fatima")]
    New(OrganisationNew),

    #[command(name = "wijzig", about = "Verander wat er over een organisatie staat")]
    #[command(before_help = "Handig bij een nieuwe naam, een andere plaats of een ander contact. De id blijft gelijk.")]
    #[command(after_help = "Voorbeelden:
  regio organisatie wijzig havenbedrijf --plaats kopgroep
  regio organisatie wijzig havenbedrijf --contact Fatima --mail f@haven.nl")]
    Change(OrganisationChange),

    #[command(name = "weg", about = "Haal een organisatie weg")]
    #[command(before_help = "Handig als er een dubbel in staat. Haar antwoorden blijven bewaard als vervallen.")]
    #[command(after_help = "Voorbeeld:
  regio organisatie weg havenbedrijf")]
    Remove(OrganisationRemove),
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationList {
    #[arg(long = "plaats", value_name = "PLAATS", value_parser = value::place(), ignore_case = true)]
    #[arg(help = "Alleen wie op deze plaats staat")]
    pub place: Option<Place>,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct OrganisationShow {
    #[arg(value_name = "ID", value_parser = value::organisation, help = "De id of de naam; zonder: de hele kopgroep")]
    pub organisation: Option<Identifier>,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct OrganisationNew {
    #[arg(value_name = "NAAM", value_parser = value::text, help = "De naam, zoals die in stukken komt")]
    pub name: String,

    #[command(flatten)]
    pub details: OrganisationDetails,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct OrganisationChange {
    #[arg(value_name = "ID", value_parser = value::organisation, help = "De id of de naam")]
    pub organisation: Identifier,

    #[arg(long = "naam", value_name = "NAAM", value_parser = value::text, help = "De nieuwe naam")]
    pub name: Option<String>,

    #[command(flatten)]
    pub details: OrganisationDetails,

    #[arg(long = "contact-weg", value_name = "NAAM", value_parser = value::text, help = "Haal dit contact weg")]
    pub remove_contact: Option<String>,
}

#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct OrganisationRemove {
    #[arg(value_name = "ID", value_parser = value::organisation, help = "De id of de naam")]
    pub organisation: Identifier,

    #[arg(long = "ja", help = "Vraag niet of je het zeker weet")]
    pub sure: bool,
}

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationDetails {
    #[arg(long = "soort", value_name = "SOORT", value_parser = value::organisation_kind(), ignore_case = true)]
    #[arg(help = "Wat voor organisatie het is")]
    pub kind: Option<OrganisationKind>,

    #[arg(long = "plaats", value_name = "PLAATS", value_parser = value::place(), ignore_case = true)]
    #[arg(help = "De plaats in de samenwerking")]
    pub place: Option<Place>,

    #[arg(long = "contact", value_name = "NAAM", value_parser = value::text, help = "Met wie je contact hebt")]
    pub contact: Option<String>,

    #[arg(long = "functie", value_name = "TEKST", value_parser = value::text, requires = "contact")]
    #[arg(help = "De functie van dat contact")]
    pub role: Option<String>,

    #[arg(long = "mail", value_name = "ADRES", value_parser = value::text, requires = "contact")]
    #[arg(help = "Het mailadres van dat contact")]
    pub mail: Option<String>,

    #[arg(long = "telefoon", value_name = "NUMMER", value_parser = value::text, requires = "contact")]
    #[arg(help = "Het telefoonnummer van dat contact")]
    pub phone: Option<String>,
}

/// `regio organisatie`: the register.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    match arguments {
        Arguments::List(list) => {
            let open = workplace.read_project()?;
            let mut organisations = Organisations::new(&open.project, workplace.today);
            if let Some(place) = list.place {
                organisations.organisations.retain(|organisation| organisation.place == place);
            }
            let (words, sheet) = (|| organisations.document(&open.project), || organisations.sheet(&open.project));
            present::table(settings, &organisations, words, sheet)
        }
        Arguments::Show(show) => show_in_full(&workplace, show.organisation.as_ref()),
        Arguments::New(new) => add(&workplace, new),
        Arguments::Change(change) => alter(&workplace, change),
        Arguments::Remove(remove) => take_away(&workplace, remove),
    }
}

/// The organisation that is meant by an id or a name.
pub fn find<'p>(project: &'p Project, name: &str) -> Result<&'p Organisation, Failure> {
    let by_name =
        |organisation: &&Organisation| Identifier::from_name(&organisation.name).is_some_and(|id| id.as_str() == name);
    let found = ledger::find_organisation(project, name);
    found.or_else(|| project.organisations.iter().find(by_name)).ok_or_else(|| {
        let known: Vec<&str> = project.organisations.iter().map(|organisation| organisation.id.as_str()).collect();
        let failure = Failure::new(format!("er is geen organisatie '{name}' in het register"));
        match nearest(name, known) {
            Some(near) => failure.tip(format!("bedoel je '{near}'?")),
            None => failure.tip("bekijk het register met: regio organisatie lijst"),
        }
    })
}

/// The kopgroep as a whole, or everything about one organisation.
fn show_in_full(workplace: &Workplace, chosen: Option<&Identifier>) -> Result<Exit, Failure> {
    let open = workplace.read_project()?;
    let facts = open.facts(workplace.today);
    match chosen {
        Some(chosen) => {
            let organisation = find(&open.project, chosen.as_str())?;
            let detail = OrganisationDetail::new(open.catalog, &facts, organisation);
            present::report(workplace.settings, &detail, || detail.document(&open.project))
        }
        None => {
            let kopgroep = KopgroepReport::new(open.catalog, &facts);
            present::report(workplace.settings, &kopgroep, || kopgroep.document(&open.project))
        }
    }
}

fn add(workplace: &Workplace, new: &OrganisationNew) -> Result<Exit, Failure> {
    let mut open = workplace.change_project()?;
    if let Some(known) = ledger::find_organisation(&open.project, &new.name) {
        let failure = Failure::new(format!("'{}' staat al in het register", known.name));
        return Err(failure.tip(format!("verander haar met: regio organisatie wijzig {}", known.id)));
    }
    let place = new.details.place.unwrap_or(Place::Candidate);
    let before = open.project.clone();
    let Some(id) = ledger::register(&mut open.project, &new.name, place) else {
        return Err(Failure::new(format!("van '{}' kan ik geen naam maken", new.name)));
    };
    apply(&mut open.project, &id, &new.details)?;
    open.note(workplace, Subject::Organisation(id.clone()), None, Some(new.name.clone()));
    let followed = follow(workplace, &mut open, &id);
    open.save()?;
    let words = format!("'{}' staat in het register als {} (id: {id}).", new.name, place.title());
    let guessed = if new.details.kind.is_none() { guessed_kinds(&before, &open.project) } else { None };
    present::message(&[Some(words), followed, guessed].into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

fn alter(workplace: &Workplace, change: &OrganisationChange) -> Result<Exit, Failure> {
    let mut open = workplace.change_project()?;
    let id = find(&open.project, change.organisation.as_str())?.id.clone();
    let before = open.project.organisation(id.as_str()).cloned();
    apply(&mut open.project, &id, &change.details)?;
    if let Some(organisation) = open.project.organisations.iter_mut().find(|organisation| organisation.id == id) {
        organisation.name = change.name.clone().unwrap_or_else(|| organisation.name.clone());
        if let Some(leaving) = &change.remove_contact {
            remove_contact(organisation, leaving)?;
        }
    }
    let followed = follow(workplace, &mut open, &id);
    if open.project.organisation(id.as_str()) == before.as_ref() {
        let Some(followed) = followed else { return present::message("Er is niets veranderd: dit stond er al zo.") };
        open.save()?;
        return present::message(&followed);
    }
    let words = |organisation: &Organisation| format!("{}, {}", organisation.name, organisation.place.title());
    let (before, after) = (before.as_ref().map(words), open.project.organisation(id.as_str()).map(words));
    // What the history holds stays there; a telephone number that somebody took away does not belong in it.
    let (from, to) =
        if before == after { (None, Some("gegevens bijgewerkt".to_owned())) } else { (before, after.clone()) };
    open.note(workplace, Subject::Organisation(id), from, to);
    open.save()?;
    let words = format!("Bijgewerkt: {}.", after.unwrap_or_default());
    present::message(&[Some(words), followed].into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

/// The answer that says who is in the kopgroep follows the register; says so when it changed.
fn follow(workplace: &Workplace, open: &mut OpenProject, id: &Identifier) -> Option<String> {
    let stamp = workplace.clock(open)();
    let label = ledger::follow_place(&mut open.project, open.catalog, id, &stamp)?;
    Some(format!("Ook het antwoord bij '{label}' is aangepast."))
}

fn apply(project: &mut Project, id: &Identifier, details: &OrganisationDetails) -> Result<(), Failure> {
    let Some(organisation) = project.organisations.iter_mut().find(|organisation| organisation.id == *id) else {
        return Ok(());
    };
    organisation.kind = details.kind.or(organisation.kind);
    organisation.place = details.place.unwrap_or(organisation.place);
    let particulars = details.role.is_some() || details.mail.is_some() || details.phone.is_some();
    let Some(name) = &details.contact else {
        return if particulars {
            Err(Failure::wrong_use("bij '--rol', '--mail' en '--telefoon' hoort '--contact'")
                .tip("noem de persoon: --contact \"Fatima\""))
        } else {
            Ok(())
        };
    };
    let index = organisation.contacts.iter().position(|contact| contact.name == *name).unwrap_or_else(|| {
        organisation.contacts.push(Contact { name: name.clone(), ..Contact::default() });
        organisation.contacts.len() - 1
    });
    let contact = &mut organisation.contacts[index];
    contact.role = details.role.clone().or_else(|| contact.role.clone());
    contact.mail = details.mail.clone().or_else(|| contact.mail.clone());
    contact.phone = details.phone.clone().or_else(|| contact.phone.clone());
    Ok(())
}

fn remove_contact(organisation: &mut Organisation, name: &str) -> Result<(), Failure> {
    let count = organisation.contacts.len();
    organisation.contacts.retain(|contact| contact.name != name);
    if organisation.contacts.len() == count {
        return Err(Failure::new(format!("'{}' heeft geen contact '{name}'", organisation.name)));
    }
    Ok(())
}

fn take_away(workplace: &Workplace, remove: &OrganisationRemove) -> Result<Exit, Failure> {
    let mut open = workplace.change_project()?;
    let organisation = find(&open.project, remove.organisation.as_str())?.clone();
    let answers = answers_of(&open.project, &organisation.id);
    let named = naming(&open.project, &organisation.id);
    if let Some(question) = named.first() {
        let failure = Failure::new(format!("'{}' wordt nog genoemd bij {question}", organisation.name));
        return Err(failure.tip(format!("wijzig eerst dat antwoord: regio fase --vraag {question}")));
    }
    if answers > 0 && !remove.sure {
        let count = crate::notation::counted(answers, "antwoord", "antwoorden");
        let failure = Failure::new(format!("van '{}' staan er {count} in het project", organisation.name));
        return Err(failure.tip("ze blijven bewaard als vervallen; weet je het zeker, voeg dan --ja toe"));
    }
    lapse_answers(&mut open, &organisation);
    open.project.organisations.retain(|known| known.id != organisation.id);
    open.note(workplace, Subject::Organisation(organisation.id.clone()), Some(organisation.name.clone()), None);
    open.save()?;
    present::message(&format!("'{}' is uit het register.", organisation.name))
}

fn answers_of(project: &Project, id: &Identifier) -> usize {
    let holds = |answers: &Answers| matches!(answers, Answers::PerOrganisation(each) if each.contains_key(id));
    let answers = project.answers.values().filter(|answers| holds(answers)).count();
    let views = project.views.values().filter(|views| views.contains_key(id)).count();
    answers + views + project.variants.iter().filter(|variant| variant.organisation == *id).count()
}

/// The questions in whose answers the organisation is named.
fn naming(project: &Project, id: &Identifier) -> Vec<String> {
    let each = |answers: &Answers| -> Vec<Value> {
        match answers {
            Answers::Together(answer) => answer.value().cloned().into_iter().collect(),
            Answers::PerOrganisation(answers) => {
                answers.values().filter_map(|answer| answer.value().cloned()).collect()
            }
        }
    };
    let holds = |answers: &Answers| each(answers).iter().any(|value| mentions(value, id.as_str()));
    let mut named: Vec<String> = project
        .answers
        .iter()
        .filter(|(_, answers)| holds(answers))
        .map(|(question, _)| question.to_string())
        .collect();
    let said = |answer: &Answer| answer.value().is_some_and(|value| mentions(value, id.as_str()));
    let by_others = project.views.iter().filter(|(_, views)| views.iter().any(|(by, view)| by != id && said(view)));
    named.extend(by_others.map(|(question, _)| question.to_string()));
    named
}

fn mentions(value: &Value, id: &str) -> bool {
    match value {
        Value::Text(text) => text == id,
        Value::List(items) => items.iter().any(|item| mentions(item, id)),
        Value::Record(fields) => fields.values().any(|field| mentions(field, id)),
        Value::Flag(_) | Value::Number(_) | Value::Date(_) => false,
    }
}

/// What the organisation said is kept as lapsed, with the question as it was.
fn lapse_answers(open: &mut OpenProject, organisation: &Organisation) {
    let mut said: Vec<(FullId, Answer)> = Vec::new();
    for (question, answers) in &mut open.project.answers {
        let Answers::PerOrganisation(each) = answers else { continue };
        said.extend(each.remove(&organisation.id).map(|answer| (question.clone(), answer)));
    }
    for (question, views) in &mut open.project.views {
        said.extend(views.remove(&organisation.id).map(|view| (question.clone(), view)));
    }
    open.project.answers.retain(|_, answers| !matches!(answers, Answers::PerOrganisation(each) if each.is_empty()));
    open.project.views.retain(|_, views| !views.is_empty());
    let (gone, kept) = std::mem::take(&mut open.project.variants)
        .into_iter()
        .partition(|variant: &Variant| variant.organisation == organisation.id);
    open.project.variants = kept;
    said.extend(gone.into_iter().map(|variant: Variant| (variant.question, variant.answer)));
    open.project.lapsed.extend(said.into_iter().map(|(question, answer)| {
        let asked = open.catalog.question(&question).map(|question| question.label.clone());
        LapsedAnswer {
            organisation: Some(organisation.id.clone()),
            ask: asked.unwrap_or_else(|| question.to_string()),
            value: answer.value().cloned(),
            given: answer.given,
            by: answer.by,
            why: format!("'{}' is uit het register gehaald", organisation.name),
            question,
        }
    }));
}
