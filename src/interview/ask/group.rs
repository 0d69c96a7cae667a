use std::collections::BTreeMap;

use super::heading::expected;
use super::{Asked, Asking, Left, WalkError, Wanted, if_said, menu, row};
use crate::domain::{Field, Kind, MOST_ITEMS, Value};
use crate::interview::prompter::{Command, Heading};
use crate::notation::capital;

type Record = BTreeMap<String, Value>;

impl Asking<'_, '_> {
    /// A row of things with fields: the name first, the details after it, one thing at a time.
    pub(super) fn group(&mut self, fields: &[Field], earlier: Option<Value>) -> Asked<Value> {
        let (mut items, more) =
            self.row_so_far(earlier, |asking, items, index| asking.fill_record(fields, 0, items, index))?;
        let Some(mut heading) = more else { return Ok(Value::List(items)) };
        let most = self.question.kind.at_most().unwrap_or(MOST_ITEMS);
        let name = self.item_name();
        let Some(naming) = fields.first() else { return Err(Left::Kept) };
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
            match self.single(&naming.kind, Wanted { heading: next, label: &naming.label, earlier: None }) {
                Ok(value) => {
                    items.push(Value::Record(Record::from([(naming.id.to_string(), value)])));
                    self.keep_part(&items)?;
                    let index = items.len() - 1;
                    self.fill_record(fields, 1, &mut items, index)?;
                }
                Err(Left::Kept | Left::Command(Command::Skip)) => break,
                Err(Left::Command(Command::Restart)) => {
                    items.clear();
                    self.keep_part(&items)?;
                }
                Err(left) => return Err(left),
            }
        }
        row(items)
    }

    fn wants_another(&mut self, name: &str) -> Result<bool, WalkError> {
        let heading = Heading::asking(format!("Nog een {name}?"));
        let entries = ["Nee, klaar", "Ja, nog een"].map(str::to_owned).to_vec();
        Ok(if_said(self.pick(&menu(heading, "Nog een", entries)))? == Some(1))
    }

    /// Asks the fields of one thing from `first` on; each may stay open.
    fn fill_record(&mut self, fields: &[Field], first: usize, items: &mut [Value], index: usize) -> Asked<()> {
        let Value::Record(mut record) = items[index].clone() else { return Ok(()) };
        let mut position = first;
        while let Some(field) = fields.get(position) {
            let earlier = record.get(field.id.as_str()).cloned();
            let heading = self.field_heading(fields, &record, field);
            match self.single(&field.kind, Wanted { heading, label: &field.label, earlier }) {
                Ok(value) => {
                    record.insert(field.id.to_string(), value);
                    items[index] = Value::Record(record.clone());
                    self.keep_part(items)?;
                }
                Err(Left::Kept | Left::Command(Command::Skip | Command::Unknown | Command::NotApplicable)) => {}
                Err(Left::Command(Command::Erase)) if position > 0 => {
                    record.remove(field.id.as_str());
                    items[index] = Value::Record(record.clone());
                    self.keep_part(items)?;
                }
                Err(Left::Command(Command::Back)) if position > first => {
                    position -= 1;
                    continue;
                }
                Err(Left::Command(Command::Back)) => return Ok(()),
                Err(left) => return Err(left),
            }
            position += 1;
        }
        Ok(())
    }

    fn field_heading(&self, fields: &[Field], record: &Record, field: &Field) -> Heading {
        let named = fields.first().and_then(|naming| Some((naming, record.get(naming.id.as_str())?)));
        let name = named.map(|(naming, value)| self.words(&naming.kind, value)).unwrap_or_default();
        let remarks = field.help.iter().cloned().chain(expected(&field.kind)).collect();
        Heading::at(format!("{}: {name}", capital(&self.item_name())), &field.ask, remarks)
    }
}
