use std::collections::BTreeMap;

use super::heading::expected;
use super::list::RowChoice;
use super::{Asked, Asking, WalkError, menu};
use crate::domain::{Field, Kind, Value};
use crate::interview::prompter::{Command, Heading, Reply};
use crate::notation::capital;

type Record = BTreeMap<String, Value>;

impl Asking<'_, '_> {
    /// A row of things with fields: the name first, the details after it, one thing at a time.
    pub(super) fn group(&mut self, earlier: Option<Value>) -> Asked<Value> {
        let Kind::Group { fields, .. } = self.question.kind.clone() else { return Ok(Reply::Empty) };
        let mut items: Vec<Value> = earlier.map(|value| value.items().to_vec()).unwrap_or_default();
        let mut heading = self.heading();
        while !items.is_empty() {
            match self.row_menu(std::mem::take(&mut heading), &items)? {
                Reply::Empty | Reply::Answer(RowChoice::Leave) => return Ok(Reply::Answer(Value::List(items))),
                Reply::Answer(RowChoice::Add) => break,
                Reply::Answer(RowChoice::Restart) => items.clear(),
                Reply::Answer(RowChoice::Remove) => self.remove_from(&mut items)?,
                Reply::Answer(RowChoice::Change) => {
                    if let Some(index) = self.choose_item(&items, "Welke wijzig je?")?
                        && let Some(command) = self.fill_record(&fields, 0, &mut items, index)?
                    {
                        return Ok(Reply::Command(command));
                    }
                }
                Reply::Command(command) => return Ok(Reply::Command(command)),
            }
        }
        self.add_records(heading, &fields, items)
    }

    fn add_records(&mut self, mut heading: Heading, fields: &[Field], mut items: Vec<Value>) -> Asked<Value> {
        let most = self.question.kind.at_most().unwrap_or(crate::domain::MOST_ITEMS);
        let name = self.item_name();
        let Some(naming) = fields.first() else { return Ok(Reply::Empty) };
        let is_picked = matches!(naming.kind, Kind::Choice { .. } | Kind::Organisation { .. });
        let mut first = true;
        while items.len() < most {
            // In a list Enter picks, so there it cannot mean that there are no more.
            if is_picked && !first && !self.wants_another(&name)? {
                break;
            }
            first = false;
            let mut next = std::mem::take(&mut heading);
            if next.ask.is_empty() {
                next.place = format!("{} {}", capital(&name), items.len() + 1);
            }
            if !is_picked {
                let ends = if items.is_empty() { "overslaan" } else { "klaar" };
                next.remarks.push(format!("Enter zonder {name}: {ends}"));
            }
            match self.single(&naming.kind, next, &naming.label, None)? {
                Reply::Answer(value) => {
                    items.push(Value::Record(Record::from([(naming.id.to_string(), value)])));
                    self.keep_part(&items)?;
                    let index = items.len() - 1;
                    if let Some(command) = self.fill_record(fields, 1, &mut items, index)? {
                        return Ok(Reply::Command(command));
                    }
                }
                Reply::Empty | Reply::Command(Command::Skip) => break,
                Reply::Command(Command::Restart) => {
                    items.clear();
                    self.keep_part(&items)?;
                }
                Reply::Command(command) => return Ok(Reply::Command(command)),
            }
        }
        if items.is_empty() { Ok(Reply::Empty) } else { Ok(Reply::Answer(Value::List(items))) }
    }

    fn wants_another(&mut self, name: &str) -> Result<bool, WalkError> {
        let heading = Heading { ask: format!("Nog een {name}?"), ..Heading::default() };
        let entries = ["Nee, klaar", "Ja, nog een"].map(str::to_owned);
        Ok(self.pick(&menu(heading, "Nog een", &entries))? == Reply::Answer(1))
    }

    /// Asks the fields of one thing from `first` on; each may stay open. Hands back a command that leaves the question.
    fn fill_record(
        &mut self,
        fields: &[Field],
        first: usize,
        items: &mut [Value],
        index: usize,
    ) -> Result<Option<Command>, WalkError> {
        let Value::Record(mut record) = items[index].clone() else { return Ok(None) };
        let mut position = first;
        while let Some(field) = fields.get(position) {
            let earlier = record.get(field.id.as_str()).cloned();
            let heading = self.field_heading(fields, &record, field);
            match self.single(&field.kind, heading, &field.label, earlier)? {
                Reply::Answer(value) => {
                    record.insert(field.id.to_string(), value);
                    items[index] = Value::Record(record.clone());
                    self.keep_part(items)?;
                }
                Reply::Empty | Reply::Command(Command::Skip | Command::Unknown | Command::NotApplicable) => {}
                Reply::Command(Command::Erase) if position > 0 => {
                    record.remove(field.id.as_str());
                    items[index] = Value::Record(record.clone());
                    self.keep_part(items)?;
                }
                Reply::Command(Command::Back) if position > first => {
                    position -= 1;
                    continue;
                }
                Reply::Command(Command::Back) => return Ok(None),
                Reply::Command(command) => return Ok(Some(command)),
            }
            position += 1;
        }
        Ok(None)
    }

    fn field_heading(&self, fields: &[Field], record: &Record, field: &Field) -> Heading {
        let named = fields.first().and_then(|naming| Some((naming, record.get(naming.id.as_str())?)));
        let name = named.map(|(naming, value)| self.words(&naming.kind, value)).unwrap_or_default();
        let remarks = field.help.iter().cloned().chain(expected(&field.kind)).collect();
        Heading {
            place: format!("{}: {name}", capital(&self.item_name())),
            ask: field.ask.clone(),
            remarks,
            ..Heading::default()
        }
    }
}
