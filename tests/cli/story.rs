use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A folder of its own in which the program is run, on 24 November 2026 unless said otherwise.
pub struct Story {
    folder: tempfile::TempDir,
    today: String,
}

/// What one run of the program left behind.
pub struct Outcome {
    pub code: i32,
    pub output: String,
    pub messages: String,
}

impl Story {
    pub fn new() -> Story {
        let folder = tempfile::tempdir().expect("the system gives a folder for temporary files");
        Story { folder, today: "2026-11-24".to_owned() }
    }

    /// A story that begins with a project made without questions.
    pub fn with_project() -> Story {
        let story = Story::new();
        story
            .run(&[
                "init",
                "--geen-vragen",
                "--antwoord",
                "project.naam=Samen Sterk",
                "--antwoord",
                "project.regio=Zuidwâld",
                "--antwoord",
                "project.trekker=Anna",
                "--antwoord",
                "verkennen.kopgroep=Gemeente Zuidwâld; Bakkerij Het Hoekje",
            ])
            .succeeds();
        story
    }

    pub fn on(&mut self, today: &str) -> &mut Story {
        self.today = today.to_owned();
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).expect("the folder can be made");
        }
        fs::write(path, text).expect("the file can be written");
    }

    pub fn project(&self) -> String {
        self.read("regio.toml")
    }

    /// Runs the program with nothing to read.
    pub fn run(&self, words: &[&str]) -> Outcome {
        self.type_at(words, "")
    }

    /// Runs the program with these lines on standard input.
    pub fn type_at(&self, words: &[&str], lines: &str) -> Outcome {
        let mut child = self
            .command(self.folder.path(), words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut input = child.stdin.take().expect("standard input is a pipe");
        // The program may end before it has read everything; that is its right.
        let _ = input.write_all(lines.as_bytes());
        drop(input);
        let done = child.wait_with_output().expect("the program ends");
        Outcome {
            code: done.status.code().unwrap_or(-1),
            output: String::from_utf8(done.stdout).expect("the output is UTF-8"),
            messages: String::from_utf8(done.stderr).expect("the messages are UTF-8"),
        }
    }

    pub fn command(&self, folder: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_regio"));
        command
            .current_dir(folder)
            .args(words)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("REGIO_STATE", self.path("state"))
            .env("REGIO_VANDAAG", &self.today);
        command
    }
}

impl Outcome {
    #[track_caller]
    pub fn succeeds(self) -> Outcome {
        self.ends_with(0)
    }

    #[track_caller]
    pub fn ends_with(self, code: i32) -> Outcome {
        assert_eq!(self.code, code, "\n{}\n{}", self.output, self.messages);
        self
    }

    /// The result holds these words, line breaks and indents aside.
    #[track_caller]
    pub fn shows(self, words: &str) -> Outcome {
        assert!(folded(&self.output).contains(&folded(words)), "no '{words}' in:\n{}", self.output);
        self
    }

    #[track_caller]
    pub fn shows_no(self, words: &str) -> Outcome {
        assert!(!folded(&self.output).contains(&folded(words)), "'{words}' in:\n{}", self.output);
        self
    }

    /// A message or question holds these words.
    #[track_caller]
    pub fn says(self, words: &str) -> Outcome {
        assert!(folded(&self.messages).contains(&folded(words)), "no '{words}' in:\n{}", self.messages);
        self
    }

    #[track_caller]
    pub fn says_no(self, words: &str) -> Outcome {
        assert!(!folded(&self.messages).contains(&folded(words)), "'{words}' in:\n{}", self.messages);
        self
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.output).unwrap_or_else(|error| panic!("{error}:\n{}", self.output))
    }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
