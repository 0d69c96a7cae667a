use super::{Asked, Asking, Left, Wanted, row};
use crate::domain::{Identifier, Kind, MOST_ITEMS, Organisation, Place, Value};
use crate::interview::doubt::leaders_outside;
use crate::interview::entry::{Refusal, without_value};
use crate::interview::parts::parts as parts_of;
use crate::interview::picking::folded;
use crate::interview::prompter::{Command, Heading, LinePrompt, PickItem, PickPrompt};
use crate::ledger::{find_organisation, resembling_organisation};
use crate::notation;

const ANOTHER: &str = "Een andere organisatie …";

impl Asking<'_, '_> {
    /// Several organisations: those of the register to tick, and new ones by name.
    pub(super) fn organisations(&mut self, kind: &Kind, Wanted { mut heading, earlier, .. }: Wanted) -> Asked<Value> {
        let (place, at_most) = (kind.place(), kind.at_most());
        let mut known = self.known_organisations();
        // Who sits in the kopgroep is not asked for it any more.
        let sits = |one: &Organisation| place == Some(Place::Candidate) && one.place == Place::Kopgroep;
        known.retain(|one| !sits(one) || is_named(one, earlier.as_ref()));
        let mut chosen: Vec<Value> = Vec::new();
        if !known.is_empty() {
            // Who has the place already is offered, and becomes an answer only when somebody says so.
            let offered: Vec<usize> = match earlier {
                Some(_) => Vec::new(),
                None => (0..known.len()).filter(|index| place == Some(known[*index].place)).collect(),
            };
            let names: Vec<&str> = offered.iter().map(|index| known[*index].name.as_str()).collect();
            let offer =
                (!names.is_empty()).then(|| PickItem::new(format!("Zoals in het register: {}", names.join(", "))));
            let shift = usize::from(offer.is_some());
            let entries = offer.into_iter().chain(items(&known)).collect();
            // Who was chosen before.
            let ticked = (0..known.len()).filter(|index| is_named(&known[*index], earlier.as_ref()));
            let prompt = self.list_of(std::mem::take(&mut heading), "Kies", entries, ticked);
            let closing = known.len() + shift;
            let picked = self.pick_several(&PickPrompt { at_most, closing: Some(closing), ..prompt })?;
            let is_chosen = |index: &usize| {
                picked.contains(&(index + shift)) || (shift == 1 && picked.contains(&0) && offered.contains(index))
            };
            let picked_ones = (0..known.len()).filter(is_chosen);
            chosen = picked_ones.map(|index| Value::text(known[index].id.as_str())).collect();
            if !picked.contains(&closing) {
                if chosen.is_empty() && earlier.is_some() {
                    self.prompter
                        .remark("Je koos niemand: het antwoord blijft zoals het was. ':wis' haalt het weg.")?;
                }
                return row(chosen);
            }
            if self.is_answer(&chosen) {
                self.keep_part(&chosen)?;
            }
        }
        self.add_organisations(heading, place.unwrap_or(Place::Stakeholder), at_most.unwrap_or(MOST_ITEMS), chosen)
    }

    /// Whether these names are the answer so far, and not one field of something larger.
    fn is_answer(&self, chosen: &[Value]) -> bool {
        !chosen.is_empty() && matches!(self.question.kind, Kind::Organisations { .. })
    }

    /// Whoever leads the collaboration and was not chosen may sit in the kopgroep too: the person says so.
    pub(super) fn with_leaders(&mut self, chosen: Value) -> Asked<Value> {
        let outside = leaders_outside(self.question, &chosen, self.ledger);
        let names: Vec<&str> = outside.iter().map(|organisation| organisation.name.as_str()).collect();
        if names.is_empty() {
            return Ok(chosen);
        }
        let more: Vec<Value> = outside.iter().map(|organisation| Value::text(organisation.id.as_str())).collect();
        let (verb, sit) = if names.len() > 1 { ("trekken", "Zitten zij") } else { ("trekt", "Zit zij") };
        let names = notation::enumeration(&names);
        let heading = Heading::asking(format!("{names} {verb} de samenwerking. {sit} ook in de kopgroep?"));
        let items = ["Ja, ook in de kopgroep", "Nee, alleen wie ik koos"].map(PickItem::new).to_vec();
        let prompt = PickPrompt { on_empty: "nee".to_owned(), ..self.list_of(heading, "Keuze", items, None) };
        match self.pick(&prompt) {
            Ok(0) => Ok(Value::List([chosen.items(), &more].concat())),
            Ok(_) | Err(Left::Kept) => Ok(chosen),
            Err(left) => Err(left),
        }
    }

    fn add_organisations(
        &mut self,
        mut heading: Heading,
        place: Place,
        most: usize,
        mut chosen: Vec<Value>,
    ) -> Asked<Value> {
        while chosen.len() < most {
            let first = self.ledger.project().organisations.is_empty();
            let label = if first { "Naam" } else { "Nog een organisatie" };
            let prompt = LinePrompt::new(label, if chosen.is_empty() { "overslaan" } else { "klaar" });
            let typed = match self.words_typed(LinePrompt { heading: std::mem::take(&mut heading), ..prompt }) {
                Ok(typed) => typed,
                Err(Left::Command(Command::Restart)) => {
                    chosen.clear();
                    continue;
                }
                Err(Left::Kept) => break,
                Err(left) => return Err(left),
            };
            let Some(names) = self.names_in(&typed)? else { continue };
            for name in names {
                match self.named(&name, place)? {
                    None => {}
                    Some(value) if place == Place::Candidate && self.sits_in_the_kopgroep(&value) => {
                        self.prompter.remark(&format!("'{name}' zit al in de kopgroep."))?;
                    }
                    Some(value) if chosen.contains(&value) => {
                        self.prompter.remark(&format!("'{name}' staat er al bij."))?;
                    }
                    Some(value) if chosen.len() < most => chosen.push(value),
                    Some(_) => self.prompter.remark(&format!("'{name}' past er niet meer bij: hooguit {most}."))?,
                }
            }
            if self.is_answer(&chosen) {
                self.keep_part(&chosen)?;
                self.show_so_far(&chosen)?;
            }
        }
        row(chosen)
    }

    fn sits_in_the_kopgroep(&self, named: &Value) -> bool {
        let known = named.as_text().and_then(|id| self.ledger.project().organisation(id));
        known.is_some_and(|organisation| organisation.place == Place::Kopgroep)
    }

    /// The names in one line; nothing when the line is to be typed again. A semicolon always stands between two; whether a comma
    /// or "en" does, the person says.
    fn names_in(&mut self, typed: &str) -> Asked<Option<Vec<String>>> {
        let divided = parts_of(typed, ';');
        let is_name = typed.chars().any(char::is_alphabetic);
        if divided.len() > 1 || !is_name || find_organisation(self.ledger.project(), typed).is_some() {
            return Ok(Some(divided));
        }
        // "Bakker en Zonen" may be one of them.
        let mut readings = vec![parts_of(&typed.replace(" en ", ","), ','), parts_of(typed, ',')];
        readings.dedup();
        readings.retain(|names| names.len() > 1);
        let Some(count) = readings.first().map(Vec::len) else { return Ok(Some(divided)) };
        let heading = Heading::asking(format!("Zijn dit {count} organisaties?"));
        let yes = readings.iter().map(|names| format!("Ja, {}: {}", names.len(), names.join("; ")));
        let items = yes.chain([format!("Nee, het is er één: {typed}")]).map(PickItem::new).collect();
        let meant = self.meant(self.list_of(heading, "Keuze", items, None))?;
        Ok(meant.map(|place| readings.get(place).cloned().unwrap_or_else(|| vec![typed.to_owned()])))
    }

    /// One organisation: of the register, or a new one by name.
    pub(super) fn organisation(&mut self, place: Option<Place>, wanted: Wanted) -> Asked<Value> {
        let Wanted { heading, label, earlier } = wanted;
        let known = self.known_organisations();
        let place = place.unwrap_or(Place::Stakeholder);
        if known.is_empty() {
            return self.new_organisation(heading, label, place);
        }
        let earlier = earlier.as_ref().and_then(Value::as_text);
        let chosen = earlier.and_then(|id| known.iter().position(|organisation| organisation.id.as_str() == id));
        let entries = items(&known).collect();
        let prompt = self.list_of(heading, label, entries, chosen);
        match known.get(self.pick(&prompt)?) {
            Some(organisation) => Ok(Value::text(organisation.id.as_str())),
            None => self.new_organisation(Heading::default(), "Naam", place),
        }
    }

    fn new_organisation(&mut self, heading: Heading, label: &str, place: Place) -> Asked<Value> {
        let mut prompt = LinePrompt { heading, ..LinePrompt::new(label, self.on_empty(false)) };
        loop {
            let typed = self.words_typed(prompt.clone())?;
            match self.names_in(&typed)? {
                None => {}
                Some(names) if names.len() > 1 => {
                    let tip = "typ de naam van de eerste; de andere noem je bij de kopgroep";
                    self.prompter.refuse(Refusal::new("hier past één organisatie", tip))?;
                }
                Some(names) => {
                    if let Some(value) = self.named(names.first().map_or("", String::as_str), place)? {
                        return Ok(value);
                    }
                }
            }
            prompt.again(typed);
        }
    }

    /// The organisation with this name, which enters the register when it is new; nothing when it is to be typed again.
    fn named(&mut self, typed: &str, place: Place) -> Asked<Option<Value>> {
        let typed = typed.trim_start_matches(['-', '*', '\u{2022}']).trim_start();
        if notation::names_nobody(typed) || without_value(&folded(typed)).is_some() {
            let tip = "weet je het nog niet, druk dan op Enter of typ :weetniet";
            self.prompter.refuse(Refusal::new(format!("'{typed}' is geen naam"), tip))?;
            return Ok(None);
        }
        if let Some(known) = resembling_organisation(self.ledger.project(), typed).cloned() {
            match self.is_same(typed, &known)? {
                None => return Ok(None),
                Some(true) => return Ok(Some(Value::text(known.id.as_str()))),
                Some(false) => {}
            }
        }
        // A number is the place of an organisation in a list, and no name.
        let is_name = typed.chars().any(char::is_alphabetic);
        let registered: Option<Identifier> = is_name.then(|| self.ledger.register(typed, place)).flatten();
        if registered.is_none() {
            let fault = format!("'{typed}' kan geen naam van een organisatie zijn");
            self.prompter.refuse(Refusal::new(fault, "typ de naam zoals de organisatie zichzelf noemt"))?;
        }
        Ok(registered.map(|id| Value::text(id.as_str())))
    }

    /// Whether the organisation of the register is meant; nothing when the name is to be typed again.
    fn is_same(&mut self, typed: &str, known: &Organisation) -> Asked<Option<bool>> {
        let heading = Heading::asking(format!("Bedoel je {}?", known.name));
        let items = [format!("Ja, {}", known.name), format!("Nee, {typed} is een andere organisatie")];
        let meant = self.meant(self.list_of(heading, "Keuze", items.map(PickItem::new).to_vec(), None))?;
        Ok(meant.map(|place| place == 0))
    }

    /// The register without who left, nearest places first.
    fn known_organisations(&self) -> Vec<Organisation> {
        let mut known = self.ledger.project().organisations.clone();
        known.retain(|organisation| !organisation.has_left());
        known.sort_by_key(|organisation| std::cmp::Reverse(organisation.place));
        known
    }
}

fn is_named(organisation: &Organisation, earlier: Option<&Value>) -> bool {
    earlier.is_some_and(|value| value.items().iter().any(|item| item.as_text() == Some(organisation.id.as_str())))
}

/// Those that are known, and room for another one.
fn items(known: &[Organisation]) -> impl Iterator<Item = PickItem> {
    known.iter().map(|organisation| PickItem::new(&organisation.name)).chain([PickItem::new(ANOTHER)])
}
