use super::compile::compile_condition;
use super::fault::FormulaError;
use super::names::{Asker, Names};
use super::template::compile_template;
use crate::domain::{Formula, Identifier, Scope, Template};
use crate::source::{Fault, Faults, Located, SourceFile, Table, did_you_mean};

/// Reads what stands in one file, its texts and conditions compiled on the way, and gathers every fault.
pub struct Reader<'r> {
    /// Nothing when some name could not be read: what refers to names is then left alone, for it may well be right.
    pub names: Option<&'r Names<'r>>,
    /// The id of the file itself.
    pub id: &'r Identifier,
    pub faults: Vec<Fault>,
    source: &'r SourceFile,
}

impl<'r> Reader<'r> {
    pub fn new(source: &'r SourceFile, id: &'r Identifier, names: Option<&'r Names<'r>>) -> Reader<'r> {
        Reader { names, id, faults: Vec::new(), source }
    }

    /// What was made of the file, or every fault.
    pub fn finish<T>(self, made: Option<T>) -> Result<T, Faults> {
        match made {
            Some(made) if self.faults.is_empty() => Ok(made),
            _ => Err(Faults::new(self.source, self.faults)),
        }
    }

    pub fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Whether a word is one of these; another one is a fault.
    pub fn is_known(&mut self, written: &Located<&str>, known: &[&str], message: String) -> bool {
        let is_known = known.contains(&written.value);
        if !is_known {
            self.fault(Fault::at(written.span.clone(), message).tip_if(did_you_mean(written.value, known)));
        }
        is_known
    }

    /// Who asks when the file speaks for all together.
    pub fn asker(&self) -> Asker<'r> {
        Asker { questionnaire: self.id, question: None, scope: Scope::Together, record: None }
    }

    pub fn condition(&mut self, table: &Table, key: &str, asker: Asker) -> Option<Formula> {
        self.compile(&table.text(key)?, asker, compile_condition)
    }

    pub fn text(&mut self, table: &Table, key: &str, asker: Asker) -> Option<Template> {
        self.template(&table.text(key)?, asker)
    }

    pub fn template(&mut self, text: &Located<&str>, asker: Asker) -> Option<Template> {
        self.compile(text, asker, compile_template)
    }

    fn compile<T>(
        &mut self,
        text: &Located<&str>,
        asker: Asker,
        compile: fn(&str, &Names, &Asker) -> Result<T, FormulaError>,
    ) -> Option<T> {
        compile(text.value, self.names?, &asker).map_err(|error| self.faults.push(self.located(error, text))).ok()
    }

    /// Where the text stands in the file as it is, the place is exact; else it is the whole text.
    fn located(&self, error: FormulaError, text: &Located<&str>) -> Fault {
        let found = self.source.text.get(text.span.clone()).and_then(|written| written.find(text.value));
        let span = match found.map(|found| text.span.start + found) {
            Some(start) => start + error.span.start..start + error.span.end,
            None => text.span.clone(),
        };
        Fault::at(span, error.fault.to_string()).tip(error.fault.tip())
    }
}
