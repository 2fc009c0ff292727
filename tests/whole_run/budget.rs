//! Budgets with events in them, out of a seed: what each row costs is known here, not read.

/// Numbers out of a seed (an xorshift; the benches' generator keeps its own to itself).
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn of(seed: u64) -> Self {
        Draw(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 16) % bound as u64) as usize
    }

    fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Another order of the same things.
    pub(crate) fn shuffled<T: Clone>(&mut self, things: &[T]) -> Vec<T> {
        let mut out = things.to_vec();
        for at in (1..out.len()).rev() {
            out.swap(at, self.below(at + 1));
        }
        out
    }
}

/// One row of spending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) agency: String,
    /// Number and name of the activity.
    pub(crate) activity: (usize, String),
    pub(crate) account: (&'static str, &'static str),
    pub(crate) description: String,
    /// Numbers with their units.
    pub(crate) factors: Vec<(u64, &'static str)>,
    pub(crate) price: u64,
    /// First day, where the file says one.
    pub(crate) day: Option<String>,
}

impl Row {
    pub(crate) fn amount(&self) -> u64 {
        self.factors.iter().map(|(n, _)| n).product::<u64>() * self.price
    }

    fn quantity(&self) -> String {
        let parts: Vec<String> = self.factors.iter().map(|(n, unit)| format!("{n} {unit}")).collect();
        parts.join(" x ")
    }
}

/// Rupiah of all rows.
pub(crate) fn total(rows: &[Row]) -> u64 {
    rows.iter().map(Row::amount).sum()
}

const PACKAGE: (&str, &str) = ("5.1.02.04.01.0004", "Belanja Perjalanan Dinas Paket Meeting Dalam Kota");
const HOTEL: (&str, &str) = ("5.1.02.02.05.0043", "Belanja Sewa Hotel");
const FOOD: (&str, &str) = ("5.1.02.01.01.0052", "Belanja Makanan dan Minuman Rapat");
const SPEAKER: (&str, &str) = ("5.1.02.02.01.0003", "Honorarium Narasumber");
const PAPER: (&str, &str) =
    ("5.1.02.01.01.0024", "Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor");
const HALL: (&str, &str) = ("5.1.02.02.05.0009", "Belanja Sewa Bangunan Gedung Tempat Pertemuan");

const AGENCIES: [&str; 4] = ["Dinas Satu", "Dinas Dua", "Badan Tiga", "Sekretariat Daerah"];
const FORMS: [&str; 4] = ["Sosialisasi", "Bimtek", "Rapat Koordinasi", "Seminar"];
const TOPICS: [&str; 8] = [
    "pelayanan publik",
    "tata kelola aset",
    "gizi balita",
    "data desa",
    "koperasi",
    "literasi",
    "pajak daerah",
    "irigasi",
];

/// A budget of so many activities; each has one event, at a hotel, in a hall, or nowhere that is named, and a row of
/// paper.
pub(crate) fn budget(seed: u64, activities: usize) -> Vec<Row> {
    let mut draw = Draw::of(seed);
    let mut rows = Vec::new();
    for number in 1..=activities {
        let agency = draw.pick(&AGENCIES).to_owned();
        let topic = format!("{} {} {number}", draw.pick(&FORMS), draw.pick(&TOPICS));
        let (persons, days) = (10 + draw.below(190) as u64, 1 + draw.below(3) as u64);
        // Few days, so that events meet in the halls.
        let day = (draw.below(3) > 0).then(|| format!("2026-03-{:02}", 2 + draw.below(20)));
        let mut add = |account, description: String, factors: Vec<(u64, &'static str)>, price: u64| {
            let activity = (number, topic.clone());
            rows.push(Row {
                agency: agency.clone(),
                activity,
                account,
                description,
                factors,
                price,
                day: day.clone(),
            });
        };
        let price = 1000 * (100 + draw.below(400) as u64);
        let by_heads = vec![(persons, "orang"), (days, "hari")];
        match draw.below(4) {
            0 => add(PACKAGE, format!("Paket fullday {topic} di Hotel Melur"), by_heads.clone(), price),
            1 => add(PACKAGE, format!("Paket halfday {topic} di Hotel Kenanga"), by_heads.clone(), price),
            2 => {
                add(
                    HOTEL,
                    format!("Sewa ruang {topic} di Hotel Melur"),
                    vec![(1, "ruang"), (days, "hari")],
                    20 * price,
                );
                add(FOOD, format!("Makan {topic}"), by_heads.clone(), price / 4);
            }
            _ => add(
                HALL,
                format!("Sewa aula kantor bupati {topic}"),
                vec![(1, "kali"), (days, "hari")],
                5 * price,
            ),
        }
        if draw.below(2) == 0 {
            add(SPEAKER, format!("Honorarium narasumber {topic}"), vec![(2, "orang"), (3, "jam")], 900_000);
        }
        add(PAPER, format!("Kertas {topic}"), vec![(1 + draw.below(40) as u64, "rim")], 52_000);
    }
    rows
}

/// The form of a file with one detail per row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Our own columns.
    Hemat,
    /// A SIPD export.
    Rka,
    /// Packages with their central detail lines in a cell.
    Pok,
}

pub(crate) const FORMS_OF_FILES: [Form; 3] = [Form::Hemat, Form::Rka, Form::Pok];

/// The file.
pub(crate) fn written(form: Form, rows: &[Row]) -> String {
    let head = match form {
        Form::Hemat => {
            "year,region,agency,activity_code,activity,account_code,account_name,description,quantity,unit,unit_price,amount,date"
        }
        Form::Rka => {
            "tahun_anggaran,nama_skpd,nama_sub_giat,kode_sub_giat,kode_akun,nama_akun,nama_komponen,spek_komponen,koefisien,satuan,harga_satuan,total_harga"
        }
        Form::Pok => {
            "tahun_anggaran,nama_klpd,nama_satker,kd_rup,nama_paket,pagu,volume_pekerjaan,uraian_pekerjaan,tgl_awal_pelaksanaan_kontrak"
        }
    };
    let lines = rows.iter().map(|row| line(form, row));
    [head.to_owned()].into_iter().chain(lines).collect::<Vec<_>>().join("\n") + "\n"
}

fn line(form: Form, row: &Row) -> String {
    let Row { agency, activity: (number, name), account: (code, account), description, price, .. } = row;
    let (quantity, amount) = (row.quantity(), row.amount());
    let unit = row.factors.last().map_or("", |(_, unit)| unit);
    match form {
        Form::Hemat => format!(
            "2026,Kabupaten Contoh,{agency},5.03.{number:02},{name},{code},{account},{description},{quantity},,{price},{amount},{}",
            row.day.as_deref().unwrap_or_default()
        ),
        Form::Rka => format!(
            "2026,{agency},{name},5.03.01.2.01.{number:04},{code},{code} {account},{description},Spesifikasi : ,{quantity},{unit},{price},{amount}"
        ),
        Form::Pok => {
            let factors: Vec<String> = row.factors.iter().map(|(n, unit)| format!("{n} {unit}")).collect();
            let product: u64 = row.factors.iter().map(|(n, _)| n).product();
            format!(
                "2026,Kementerian Contoh,{agency},{},{description},{amount},1 paket,\"  - {description} [{}]\t\t{product}.0 {unit}\t{price}\t{amount}\",2026-04-01",
                2000 + number,
                factors.join(" x ")
            )
        }
    }
}

/// Halls and hotels; every price times `k`.
pub(crate) fn venues(k: u64) -> String {
    let hall = |id: &str, seats: u64, rent: u64, meal: u64| {
        format!(
            "[[venue]]\nid = \"{id}\"\nname = \"{id}\"\nkind = \"government-hall\"\nregion = \"Kabupaten Contoh\"\n\
             [venue.capacity]\ntheatre = {seats}\nclassroom = {seats}\nevidence = \"tariff\"\nsource = \"contoh\"\n\
             [[venue.rate]]\ncomponent = \"hall-rent\"\nbasis = \"day\"\namount = {}\nevidence = \"tariff\"\nsource = \"contoh\"\n\
             [[venue.rate]]\ncomponent = \"meal\"\nbasis = \"meal\"\namount = {{ low = {}, likely = {}, high = {} }}\nevidence = \"quote\"\nsource = \"contoh\"\n\
             [[venue.rate]]\ncomponent = \"snack\"\nbasis = \"snack\"\namount = {}\nevidence = \"quote\"\nsource = \"contoh\"\n",
            k * rent,
            k * (meal - 5000),
            k * meal,
            k * (meal + 5000),
            k * 17_500
        )
    };
    hall("aula-besar", 400, 1_500_000, 45_000) + &hall("aula-kecil", 80, 250_000, 40_000)
}
