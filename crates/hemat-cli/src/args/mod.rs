//! What can be typed: the commands and what all of them share; a file for the words of each group of commands.
//!
//! Help texts are in Indonesian first, English after it.

mod ceilings;
mod check;
mod compare;
mod documents;
mod events;
mod letters;
mod parse;
mod partial;
mod reading;
mod savings;
mod schedule;

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use hemat_core::lang::Lang;
use hemat_core::provenance::Provenance;

pub(crate) use ceilings::CeilingsArgs;
pub(crate) use check::{CheckArgs, CheckRules, ExplainArgs};
pub(crate) use compare::CompareArgs;
pub(crate) use documents::{InitArgs, SchemaArgs, Template, VerifyArgs};
pub(crate) use events::{EventArgs, EventsArgs};
pub(crate) use letters::RequestArgs;
pub(crate) use partial::{MergeArgs, PartialArgs};
pub(crate) use reading::{ClassifyArgs, InspectArgs, LinesArgs, ReadArgs, SourceArgs};
pub(crate) use savings::{AgainstArgs, AuditArgs, BudgetArgs, SavingsArgs};
pub(crate) use schedule::ScheduleArgs;

/// Berapa biaya suatu kegiatan pemerintah di tempatnya, dan berapa di tempat lain?
/// (What did this government event cost where it was held, and what would it have cost somewhere else?)
#[derive(Debug, Parser)]
#[command(name = "hemat", version, max_term_width = 110, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub common: Common,
}

const EXIT_CODES: &str = "\
Kode keluar (exit codes):
  0  selesai (done)
  1  ada temuan, dengan --deny; hemat verify: ada yang berbeda (findings, with --deny; hemat verify: something differs)
  2  perintah keliru, atau masukan sama sekali tidak terbaca (bad usage, or an input that could not be read at all)
  3  berkas terbaca, tetapi ada baris yang disisihkan, dengan --strict (rows were set aside, with --strict)

Contoh (examples):
  hemat compare --example asahan-2018
  hemat compare kegiatan.toml --venues tempat.toml
  hemat inspect apbd.csv
  hemat savings apbd.csv --venues tempat.toml --out laporan.md --format markdown";

#[derive(Debug, Clone, Args)]
pub(crate) struct Common {
    /// Bentuk keluaran (output format)
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Tulis ke berkas ini, utuh atau tidak sama sekali (write to this file, whole or not at all)
    #[arg(long, global = true, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// Tulis manifes laporan ini: versi, perintah, sidik jari masukan dan hasil; untuk hemat verify
    /// (write this report's manifest: version, command, hashes of inputs and output; for hemat verify)
    #[arg(long, global = true, value_name = "PATH")]
    pub manifest: Option<PathBuf>,
    /// Bahasa keluaran (language of the output)
    #[arg(long, global = true, value_enum, default_value_t = LangArg::Id)]
    pub lang: LangArg,
    /// Tanpa pesan di layar selain kesalahan (no talk on stderr but errors)
    #[arg(long, global = true)]
    pub quiet: bool,
    /// Utas kerja (worker threads); bawaan: sebanyak inti prosesor (as many as there are cores)
    #[arg(long, global = true, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Samarkan data pribadi; savings, check, audit, events, request: tanpa diminta (mask personal data; these do so unasked)
    #[arg(long, global = true, overrides_with = "no_redact")]
    pub redact: bool,
    /// Tampilkan teks lengkap (show the full text)
    #[arg(long, global = true, overrides_with = "redact")]
    pub no_redact: bool,
    /// Whether personal data is masked in the end: what was typed, or what the command does unasked.
    #[arg(skip)]
    pub masking: bool,
    /// What the report is made from, for its last section; none for what goes to standard output.
    #[arg(skip)]
    pub provenance: Option<Provenance>,
}

impl Common {
    /// Threads to work with. The output is the same for any number.
    pub(crate) fn jobs(&self) -> usize {
        let cores = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        self.jobs.unwrap_or_else(cores).get()
    }

    /// True if personal data is to be masked; `unasked` where the command does so by default.
    pub(crate) fn redacts(&self, unasked: bool) -> bool {
        self.redact || unasked && !self.no_redact
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Csv,
    Json,
    Markdown,
    Html,
    Xlsx,
    Parquet,
    // A doc comment here would turn the one-line list of formats into a page in every --help.
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    Id,
    En,
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::Id => Lang::Id,
            LangArg::En => Lang::En,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Satu kegiatan, banyak tempat: bandingkan biayanya (one event, many venues: compare the cost)
    Compare(CompareArgs),
    /// Penghematan dari seluruh berkas anggaran (savings of whole budget files)
    Savings(SavingsArgs),
    /// Isi gedung sebaik-baiknya: kegiatan mana di gedung mana (fill the halls best)
    Schedule(ScheduleArgs),
    /// Periksa berkas anggaran: indikasi dengan hitungan, dasar hukum dan alasan sah (check budget files)
    Check(CheckArgs),
    /// Halaman suatu pemeriksaan (the page of a check)
    Explain(ExplainArgs),
    /// Kegiatan yang terbaca dari berkas anggaran (the events found in budget files)
    Events(EventsArgs),
    /// Satu kegiatan dengan semua barisnya (one event with all its lines)
    Event(EventArgs),
    /// Semuanya dalam satu dokumen (everything in one document: reading, events, savings, checks, questions)
    Audit(AuditArgs),
    /// Baca sebagian berkas, untuk digabungkan nanti: kerja dibagi ke banyak mesin
    /// (read some of the files, to be merged later: work for many machines)
    Partial(PartialArgs),
    /// Penghematan dari gabungan hasil sebagian (savings of merged partials)
    Merge(MergeArgs),
    /// Rincian belanja seperti yang terbaca (the cost lines as read)
    Lines(LinesArgs),
    /// Apa isi berkas ini, dan apa yang dapat dihitung (what is in this file and what can be computed)
    Inspect(InspectArgs),
    /// Beri jenis pada daftar uraian (label plain descriptions)
    Classify(ClassifyArgs),
    /// Surat permohonan informasi publik atau permintaan tanggapan
    /// (a letter: request for public information, or for an answer)
    Request(RequestArgs),
    /// Jalankan ulang perintah sebuah manifes dan bandingkan (run a manifest's command again and compare)
    Verify(VerifyArgs),
    /// Batas harga dan pembanding yang diterbitkan (published price ceilings and benchmarks)
    Ceilings(CeilingsArgs),
    /// Tulis contoh berkas untuk diisi (write templates to fill in)
    Init(InitArgs),
    /// Skema JSON dari keluaran --format json (the JSON Schema of an output)
    Schema(SchemaArgs),
    /// Pelengkap perintah untuk shell (shell completions)
    Completions {
        /// Nama shell (name of the shell)
        shell: Shell,
    },
    /// Halaman manual: satu halaman ke keluaran, atau semuanya ke folder --out (manual pages: one to the output, or all into
    /// the folder of --out)
    Man {
        /// Nama perintah (name of a command); tanpa nama (without): hemat
        command: Option<String>,
    },
}
