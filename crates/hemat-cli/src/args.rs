//! What can be typed. Help texts are in Indonesian first, English after it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use hemat_core::budget_event::{EventFilter, EventKind};
use hemat_core::ceiling::{CeilingRegion, PricedItem, Stage};
use hemat_core::check::{CHECKS, Check, check_named};
use hemat_core::classify::Confidence;
use hemat_core::event::Fund;
use hemat_core::kind::VenueKind;
use hemat_core::lang::Lang;
use hemat_core::letter::LetterKind;
use hemat_core::level_name::levels_named;
use hemat_core::money::Rupiah;
use hemat_core::provenance::Provenance;
use hemat_core::province::Province;
use hemat_core::session::{OfficialLevel, Session};
use hemat_io::read::budget::{DecimalMark, LayoutName, ReadOptions};
use hemat_io::read::near::nearest;

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
    /// What the report is made from, for its last section; none for what goes to standard output.
    #[arg(skip)]
    pub provenance: Option<Provenance>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Csv,
    Json,
    Markdown,
    Html,
    Xlsx,
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
}

#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    /// Berkas kegiatan, event.toml (the event file)
    #[arg(required_unless_present = "example", conflicts_with = "example")]
    pub event: Option<PathBuf>,
    /// Berkas tempat, venues.toml (the venues file)
    #[arg(long, value_name = "FILE", required_unless_present = "example", conflicts_with = "example")]
    pub venues: Option<PathBuf>,
    /// Kalender pemakaian, calendar.csv (the booking calendar)
    #[arg(long, value_name = "FILE")]
    pub calendar: Option<PathBuf>,
    /// Tempat asal, jika event.toml tidak menyebut held_at (the baseline, if event.toml names none)
    #[arg(long, value_name = "ID")]
    pub baseline: Option<String>,
    /// Sebagai catatan untuk disimpan dan ditandatangani (as a record to file and sign)
    #[arg(long)]
    pub record: bool,
    /// Contoh yang sudah tersedia (a built-in example): asahan-2018, cilegon-2025
    #[arg(long, value_name = "NAME")]
    pub example: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ReadArgs {
    /// Tata letak berkas (layout): hemat, penjabaran, rka, pok, rup, realisasi
    #[arg(long, value_parser = layout)]
    pub layout: Option<LayoutName>,
    /// Peta kolom, TOML: nama hemat = "kolom berkas" (column mapping)
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Tanda desimal uang (decimal mark of money)
    #[arg(long, value_enum)]
    pub decimal_mark: Option<MarkArg>,
    /// Tahun anggaran, jika berkas tidak menyebutnya (fiscal year, if the file names none)
    #[arg(long)]
    pub year: Option<u16>,
    /// Aturan sendiri, CSV (your own rules): name, account, when, unless, cost_kind, venue, confidence
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// Tulis baris yang disisihkan ke CSV ini (write the rows set aside to this CSV)
    #[arg(long, value_name = "FILE")]
    pub set_aside: Option<PathBuf>,
    /// Keluar dengan kode 3 jika ada baris yang disisihkan (exit with 3 if rows were set aside)
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MarkArg {
    Comma,
    Dot,
}

impl From<MarkArg> for DecimalMark {
    fn from(arg: MarkArg) -> Self {
        match arg {
            MarkArg::Comma => DecimalMark::Comma,
            MarkArg::Dot => DecimalMark::Dot,
        }
    }
}

fn layout(word: &str) -> Result<LayoutName, String> {
    LayoutName::from_word(word).ok_or_else(|| {
        let known: Vec<&str> = LayoutName::ALL.iter().map(|l| l.as_str()).collect();
        format!("pilih satu dari (choose one of): {}", known.join(", "))
    })
}

impl ReadArgs {
    /// The options of the reader, without the mapping, which is a file.
    pub(crate) fn options(&self) -> ReadOptions {
        ReadOptions {
            layout: self.layout,
            decimal_mark: self.decimal_mark.map(DecimalMark::from),
            year: self.year,
            ..ReadOptions::default()
        }
    }
}

/// Budget files, and what their events are compared with.
#[derive(Debug, Args)]
pub(crate) struct BudgetArgs {
    /// Berkas anggaran (budget files); - = masukan standar (standard input)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Berkas tempat, venues.toml (the venues file)
    #[arg(long, value_name = "FILE")]
    pub venues: PathBuf,
    /// Buku harga, prices.toml: harga untuk yang tidak dihargai gedung (price book)
    #[arg(long, value_name = "FILE")]
    pub prices: Option<PathBuf>,
    /// Provinsi, untuk harga yang diterbitkan (province, for published prices)
    #[arg(long, value_name = "NAME", value_parser = province)]
    pub province: Option<Province>,
    /// Tabel harga sendiri, CSV, sebelum tabel yang tersedia (own table of prices, before the built-in ones)
    #[arg(long, value_name = "FILE")]
    pub ceilings: Option<PathBuf>,
    /// Kalender pemakaian gedung, calendar.csv (the halls' booking calendar)
    #[arg(long, value_name = "FILE")]
    pub calendar: Option<PathBuf>,
    /// Jawaban instansi dan isi dokumen, replies.toml (agencies' replies, and what documents show)
    #[arg(long, value_name = "FILE")]
    pub replies: Option<PathBuf>,
    #[command(flatten)]
    pub filter: FilterArgs,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Args)]
pub(crate) struct SavingsArgs {
    #[command(flatten)]
    pub budget: BudgetArgs,
    /// Jelaskan satu kegiatan dari baris sampai angka (explain one event, from its rows to its number)
    #[arg(long, value_name = "EVENT_ID")]
    pub explain: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct AuditArgs {
    #[command(flatten)]
    pub budget: BudgetArgs,
    #[command(flatten)]
    pub rules: CheckRules,
}

/// What checks go by beside the budget.
#[derive(Debug, Args)]
pub(crate) struct CheckRules {
    /// Pengaturan, hemat.toml (thresholds); contoh (template): hemat init checks
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Indikasi yang dikesampingkan dengan alasan, TOML (findings set apart, with their reasons)
    #[arg(long, value_name = "FILE")]
    pub suppressions: Option<PathBuf>,
    /// Sumber dana berkas ini (whose money): apbd, apbn; jika tidak disebut, dari kode rekening (else told from the accounts)
    #[arg(long, value_name = "FUND", value_parser = fund)]
    pub fund: Option<Fund>,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Berkas anggaran (budget files); - = masukan standar (standard input)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Berkas tempat, venues.toml, untuk pemeriksaan gedung (venues file, for the check of halls)
    #[arg(long, value_name = "FILE")]
    pub venues: Option<PathBuf>,
    /// Hanya pemeriksaan ini; boleh berulang (only this check; may be repeated)
    #[arg(long = "check", value_name = "NAME", value_parser = check_name)]
    pub checks: Vec<&'static Check>,
    #[command(flatten)]
    pub rules: CheckRules,
    /// Keluar dengan kode 1 jika ada indikasi dengan keyakinan paling sedikit ini (exit with 1 on flags of at
    /// least this certainty): low, medium, high
    #[arg(long, value_name = "LEVEL", value_parser = confidence)]
    pub deny: Option<Confidence>,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Nama pemeriksaan (name of the check); tanpa nama: daftarnya (without: the list)
    #[arg(value_parser = check_name)]
    pub check: Option<&'static Check>,
}

/// Which events to look at.
#[derive(Debug, Args)]
pub(crate) struct FilterArgs {
    /// Hanya instansi yang namanya memuat teks ini (only agencies whose name contains this text)
    #[arg(long, value_name = "TEXT")]
    pub agency: Option<String>,
    /// Hanya jenis tempat ini (only this kind of place): hotel, restaurant, commercial-hall, government-hall,
    /// online, unspecified, none
    #[arg(long, value_name = "KIND", value_parser = venue_kind)]
    pub venue_kind: Option<VenueKind>,
    /// Hanya kegiatan dengan jumlah paling sedikit sekian rupiah (only events of at least this total)
    #[arg(long, value_name = "RUPIAH", value_parser = rupiah)]
    pub min: Option<Rupiah>,
    /// Hanya kegiatan yang punya tanggal pada bulan ini (only events with a date in this month)
    #[arg(long, value_name = "1-12", value_parser = clap::value_parser!(u32).range(1..=12))]
    pub month: Option<u32>,
    /// Hanya bentuk kegiatan ini (only this kind of event): seminar, bimtek, rapat, ...
    #[arg(long, value_name = "KIND", value_parser = event_kind)]
    pub kind: Option<EventKind>,
}

impl FilterArgs {
    /// The filter.
    pub(crate) fn filter(&self) -> EventFilter {
        EventFilter {
            agency: self.agency.clone(),
            venue_kind: self.venue_kind,
            min: self.min,
            month: self.month,
            kind: self.kind,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct ScheduleArgs {
    /// Daftar kegiatan, events.csv (the list of events); - = masukan standar (standard input)
    pub events: PathBuf,
    /// Berkas tempat, venues.toml (the venues file)
    #[arg(long, value_name = "FILE")]
    pub venues: PathBuf,
    /// Kalender pemakaian, calendar.csv (the booking calendar)
    #[arg(long, value_name = "FILE")]
    pub calendar: Option<PathBuf>,
    /// Buku harga, prices.toml: harga untuk yang tidak dihargai gedung (price book)
    #[arg(long, value_name = "FILE")]
    pub prices: Option<PathBuf>,
    /// Cari hari pengganti sampai sekian hari ke depan dan ke belakang; 7 jika tidak disebut (look for other days so
    /// far each way; 7 if not given)
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(0..=366))]
    pub window: Option<u32>,
    /// Tahun yang hari gedungnya dihitung, jika bukan tahun kegiatan (the year whose hall-days count)
    #[arg(long, value_parser = clap::value_parser!(u16).range(1900..=2199))]
    pub year: Option<u16>,
    /// Batas pencarian: sekian jadwal sebagian (limit of the search: so many partial schedules)
    #[arg(long, value_name = "N")]
    pub limit: Option<u64>,
    /// Tanda desimal uang (decimal mark of money)
    #[arg(long, value_enum)]
    pub decimal_mark: Option<MarkArg>,
}

#[derive(Debug, Args)]
pub(crate) struct EventsArgs {
    /// Berkas anggaran (budget files); - = masukan standar (standard input)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub filter: FilterArgs,
    /// Berkas tempat, agar tempatnya dikenali menurut nama (venues file, to recognise its places by name)
    #[arg(long, value_name = "FILE")]
    pub venues: Option<PathBuf>,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Args)]
pub(crate) struct EventArgs {
    /// Id kegiatan, dari hemat events (the event's id, from hemat events)
    pub id: String,
    /// Berkas anggaran (budget files)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Berkas tempat, agar tempatnya dikenali menurut nama (venues file, to recognise its places by name)
    #[arg(long, value_name = "FILE")]
    pub venues: Option<PathBuf>,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Args)]
pub(crate) struct RequestArgs {
    /// Berkas anggaran (budget files)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Tentang satu kegiatan, id dari hemat events (about one event, by its id from hemat events)
    #[arg(long, value_name = "ID", conflicts_with = "agency")]
    pub event: Option<String>,
    /// Tentang satu instansi yang namanya memuat teks ini (about the one agency whose name contains this text)
    #[arg(long, value_name = "TEXT")]
    pub agency: Option<String>,
    /// Surat yang mana (which letter)
    #[arg(long, value_enum, default_value_t = LetterArg::Request)]
    pub letter: LetterArg,
    /// Paling banyak sekian kegiatan dari satu instansi, yang terbesar (at most so many events of an agency, the largest)
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..))]
    pub most: usize,
    /// Berkas tempat, untuk gedung pemerintahnya (venues file, for its government halls)
    #[arg(long, value_name = "FILE")]
    pub venues: Option<PathBuf>,
    /// Buku harga, prices.toml: harga untuk yang tidak dihargai gedung (price book)
    #[arg(long, value_name = "FILE")]
    pub prices: Option<PathBuf>,
    /// Provinsi, untuk harga yang diterbitkan (province, for published prices)
    #[arg(long, value_name = "NAME", value_parser = province)]
    pub province: Option<Province>,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// Manifes yang ditulis --manifest (a manifest written by --manifest)
    #[arg(value_name = "MANIFEST")]
    pub file: PathBuf,
    /// Folder masukannya; jika tidak disebut: folder manifes, lalu folder sekarang
    /// (folder of its inputs; if not given: the manifest's folder, then the current one)
    #[arg(long, value_name = "DIR")]
    pub from: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LetterArg {
    /// Permohonan informasi publik: meminta dokumen (asks for documents)
    Request,
    /// Permintaan tanggapan: angka dan pertanyaan (figures and questions, for an answer)
    Reply,
}

impl From<LetterArg> for LetterKind {
    fn from(arg: LetterArg) -> Self {
        match arg {
            LetterArg::Request => LetterKind::Request,
            LetterArg::Reply => LetterKind::Reply,
        }
    }
}

fn one_of(known: impl Iterator<Item = &'static str>) -> String {
    format!("pilih satu dari (choose one of): {}", known.collect::<Vec<_>>().join(", "))
}

fn venue_kind(word: &str) -> Result<VenueKind, String> {
    VenueKind::from_word(word).ok_or_else(|| one_of(VenueKind::ALL.iter().map(|k| k.as_str())))
}

fn check_name(word: &str) -> Result<&'static Check, String> {
    check_named(word).ok_or_else(|| one_of(CHECKS.iter().map(|c| c.name)))
}

fn confidence(word: &str) -> Result<Confidence, String> {
    Confidence::from_word(word).ok_or_else(|| one_of(["low", "medium", "high"].into_iter()))
}

fn fund(word: &str) -> Result<Fund, String> {
    let funds = [Fund::Apbd, Fund::Apbn];
    funds.into_iter().find(|f| f.as_str() == word).ok_or_else(|| one_of(funds.iter().map(|f| f.as_str())))
}

fn event_kind(word: &str) -> Result<EventKind, String> {
    EventKind::from_word(word).ok_or_else(|| one_of(EventKind::ALL.iter().map(|k| k.as_str())))
}

fn rupiah(text: &str) -> Result<Rupiah, String> {
    Rupiah::parse_canonical(text)
        .map_err(|_| "tulis angka saja, misalnya 50000000 (digits only, such as 50000000)".to_owned())
}

#[derive(Debug, Args)]
pub(crate) struct LinesArgs {
    /// Berkas anggaran (budget files)
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Jelaskan setiap jenis: kata, rekening, aturan, yang dilewati (explain every kind)
    #[arg(long)]
    pub why: bool,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Args)]
pub(crate) struct InspectArgs {
    /// Berkas anggaran (a budget file)
    pub file: PathBuf,
    /// Tulis peta kolom untuk disunting (write the column mapping to edit, for --mapping)
    #[arg(long, value_name = "PATH")]
    pub write_mapping: Option<PathBuf>,
    #[command(flatten)]
    pub read: ReadArgs,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Nama keluaran (name of the output): compare, savings, ...; tanpa nama: daftarnya (without one: the list)
    pub name: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ClassifyArgs {
    /// CSV dengan kolom id, account_code, account_name, activity, heading, description
    /// (CSV with these columns)
    pub file: PathBuf,
    /// Jelaskan setiap jenis dengan teks, bukan CSV (explain every kind as text instead of CSV)
    #[arg(long)]
    pub why: bool,
    /// Aturan sendiri, CSV (your own rules): name, account, when, unless, cost_kind, venue, confidence
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct CeilingsArgs {
    /// Tahun anggaran, bukan tahun peraturan (fiscal year, not the year of a regulation)
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1945..=2199))]
    pub year: Option<u16>,
    /// Provinsi, dengan ejaan apa pun (province, in any spelling)
    #[arg(long, value_name = "NAME", value_parser = province)]
    pub province: Option<Province>,
    /// Pemerintah daerah yang membayar (the government that pays): "Kabupaten Asahan"
    #[arg(long, value_name = "NAME", value_parser = government)]
    pub region: Option<String>,
    /// Yang dihargai (item): package, meal, snack, hall-rent, speaker, moderator, mc, committee, allowance,
    /// transport, lodging, ...
    #[arg(long, value_name = "ITEM", value_parser = priced_items)]
    pub item: Option<Items>,
    /// Paket rapat (meeting package): halfday, fullday, fullboard
    #[arg(long, value_parser = package)]
    pub package: Option<Session>,
    /// Jenjang (level): menteri, eselon-1, eselon-2, eselon-3, eselon-4, staf
    #[arg(long, value_parser = level)]
    pub level: Option<OfficialLevel>,
    /// Sumber dana (fund): apbn, apbd; keduanya, jika tidak disebut (both, if not given)
    #[arg(long, value_parser = fund)]
    pub fund: Option<Fund>,
    /// Tahap (stage): planning, execution
    #[arg(long, value_parser = stage)]
    pub stage: Option<Stage>,
    /// Daya tampung gedung, untuk sewa gedung (persons a hall holds, for hall rent)
    #[arg(long, value_name = "PERSONS")]
    pub capacity: Option<u32>,
    /// Tabel harga sendiri (your own price table): SHSR, Perbup, Perwal
    #[arg(long, value_name = "FILE")]
    pub ceilings: Option<PathBuf>,
    /// Periksa tabel harga sendiri (check your own price table); tanpa pilihan lain (alone)
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["year", "province", "region", "item", "package", "level", "fund", "stage", "capacity", "ceilings"]
    )]
    pub check: Option<PathBuf>,
}

/// The items that one word of the command line means.
#[derive(Debug, Clone)]
pub(crate) struct Items(pub Vec<PricedItem>);

fn priced_items(name: &str) -> Result<Items, String> {
    let items = PricedItem::named(name);
    let known = || PricedItem::ALL.iter().map(|i| i.as_str()).chain(PricedItem::short_names());
    if items.is_empty() { Err(did_you_mean(name, known())) } else { Ok(Items(items)) }
}

fn province(name: &str) -> Result<Province, String> {
    let known = || Province::ALL.iter().flat_map(|p| [p.name(), p.english_name()]);
    Province::from_name(name).ok_or_else(|| did_you_mean(name, known()))
}

fn government(name: &str) -> Result<String, String> {
    match CeilingRegion::from_name(name) {
        Some(CeilingRegion::Local(_) | CeilingRegion::Province(_)) => Ok(name.to_owned()),
        Some(CeilingRegion::National) | None => Err("sebut pemerintah daerahnya dengan jenisnya (name the government with its kind): \"Kabupaten Asahan\", \"Kota Medan\", \"Provinsi Sumatera Utara\"".to_owned()),
    }
}

fn level(name: &str) -> Result<OfficialLevel, String> {
    match levels_named(name).as_slice() {
        [level] => Ok(*level),
        _ => Err(one_of(OfficialLevel::ALL.iter().map(|l| l.as_str()))),
    }
}

fn package(word: &str) -> Result<Session, String> {
    Session::from_word(&word.to_lowercase()).ok_or_else(|| one_of(Session::ALL.iter().map(|s| s.as_str())))
}

fn stage(word: &str) -> Result<Stage, String> {
    Stage::from_word(&word.to_lowercase()).ok_or_else(|| one_of(Stage::ALL.iter().map(|s| s.as_str())))
}

/// The names nearest to what was typed, else all of them.
fn did_you_mean(typed: &str, known: impl Iterator<Item = &'static str>) -> String {
    let known: Vec<&str> = known.collect();
    let near = nearest(typed, &known);
    if near.is_empty() {
        return one_of(known.into_iter());
    }
    format!("mungkin maksudnya (did you mean): {}", near.join(", "))
}

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// Contoh yang mana (which template); semua, jika tidak disebut (all, if not given)
    #[arg(value_enum)]
    pub template: Option<Template>,
    /// Folder tujuan (target folder)
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub dir: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Template {
    Event,
    Venues,
    Calendar,
    Schedule,
    Lines,
    Ceilings,
    Checks,
    Prices,
    Replies,
}
