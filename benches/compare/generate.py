#!/usr/bin/env python3
"""Writes a budget of the shape of a SIPD export: CSV, one line of spending a row.

    generate.py LINES EVENTS OUT.csv

Of LINES lines, five for each of EVENTS belong to events; the rest is what a budget is mostly made of: stationery, fuel,
salaries, travel, buildings. The same arguments give the same bytes. Texts are made up. About 275 bytes a line.
"""

import random
import sys

HEADER = (
    "tahun_anggaran,nama_daerah,kode_skpd,nama_skpd,kode_sub_giat,nama_sub_giat,kode_akun,nama_akun,"
    "nama_komponen,spek_komponen,koefisien,satuan,harga_satuan,total_harga\n"
)
OTHER = [
    ("5.1.02.01.01.0024", "Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor",
     ["Kertas HVS F4 70 gram", "Pulpen gel hitam", "Map plastik berkancing", "Tinta printer warna", "Stapler besar"],
     ["rim", "buah", "lusin"]),
    ("5.1.02.01.01.0026", "Belanja Alat/Bahan untuk Kegiatan Kantor-Bahan Cetak",
     ["Cetak formulir rangkap dua", "Penjilidan laporan", "Fotokopi dokumen"], ["lembar", "buku"]),
    ("5.1.02.01.01.0004", "Belanja Bahan-Bahan Bakar dan Pelumas", ["Pertamax", "Dexlite", "Oli mesin"], ["liter"]),
    ("5.1.02.02.01.0016", "Belanja Jasa Tenaga Penanganan Prasarana dan Sarana Umum",
     ["Jasa tenaga kebersihan", "Jasa tenaga keamanan", "Jasa pengemudi"], ["orang bulan"]),
    ("5.1.02.03.02.0035", "Belanja Pemeliharaan Alat Angkutan-Kendaraan Dinas Bermotor Perorangan",
     ["Pemeliharaan kendaraan roda empat", "Pemeliharaan kendaraan roda dua"], ["unit"]),
    ("5.1.02.04.01.0001", "Belanja Perjalanan Dinas Biasa",
     ["Uang harian perjalanan dinas luar provinsi", "Tiket pesawat pergi pulang", "Penginapan perjalanan dinas"],
     ["orang hari", "orang kali"]),
    ("5.1.01.01.01.0001", "Belanja Gaji Pokok PNS", ["Gaji pokok golongan III", "Gaji pokok golongan IV"], ["orang bulan"]),
    ("5.2.02.05.02.0004", "Belanja Modal Alat Rumah Tangga Lainnya", ["Lemari arsip", "Kursi kerja putar"], ["unit"]),
    ("5.2.04.01.01.0001", "Belanja Modal Jalan Nasional", ["Pekerjaan pengaspalan ruas jalan"], ["paket"]),
    ("5.1.02.02.01.0067", "Belanja Pembayaran Pajak, Bea, dan Perizinan", ["Pajak kendaraan bermotor"], ["unit"]),
]
EVENT = [
    ("5.1.02.02.05.0043", "Belanja Sewa Hotel", "Paket fullday {title} di Hotel Contoh", "orang", 300, 520),
    ("5.1.02.01.01.0052", "Belanja Makanan dan Minuman Rapat", "Makan dan kudapan {title}", "orang", 40, 70),
    ("5.1.02.02.01.0003", "Honorarium Narasumber atau Pembahas, Moderator, Pembawa Acara, dan Panitia",
     "Honorarium narasumber {title}", "orang jam", 900, 1400),
    ("5.1.02.01.01.0024", "Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor",
     "Seminar kit peserta {title}", "paket", 25, 90),
    ("5.1.02.02.01.0062", "Belanja Jasa Pengadaan Spanduk", "Spanduk {title}", "lembar", 150, 300),
]
KINDS = ["Sosialisasi", "Bimbingan teknis", "Seminar", "Lokakarya", "Rapat koordinasi"]
TOPICS = ["pengelolaan keuangan desa", "pelayanan publik", "pencegahan stunting", "arsip daerah", "pembukuan koperasi",
          "pengawasan obat dan makanan", "perizinan berusaha", "data kemiskinan", "kearsipan elektronik", "wisata desa"]
PER_ACTIVITY = 40


def quoted(text):
    return f'"{text}"' if "," in text else text


def activity(number):
    region, agency = number // 3000, number // 60
    return (
        f"2024,Kabupaten Contoh {region:03},1.02.0.00.0.00.{agency % 50:02}.0000,Dinas Contoh {agency % 50},"
        f"1.02.02.2.{number % 90:02}.{number % 9000:04},Penyelenggaraan urusan nomor {number},"
    )


def other(draw, count=4096):
    tails = []
    for _ in range(count):
        code, name, things, units = draw.choice(OTHER)
        unit, price, many = draw.choice(units), draw.randint(2, 900) * 500, draw.randint(1, 400)
        quantity = f"{many} {unit}" if draw.random() < 0.7 else f"{many} {unit} x 1 tahun"
        tails.append(
            f"{code},{quoted(f'{code} {name}')},{draw.choice(things)},Spesifikasi : standar {draw.randint(1, 99)},"
            f"{quantity},{unit},{price},{price * many}\n"
        )
    return tails


def event(draw, number):
    title = f"{KINDS[number % len(KINDS)]} {TOPICS[number % len(TOPICS)]} angkatan {number}"
    persons = draw.randint(20, 150)
    for code, name, words, unit, low, high in EVENT:
        price = draw.randint(low, high) * 1000
        many = persons if unit == "orang" else draw.randint(1, 8)
        factors = f"{many} {unit} x 1 hari" if unit == "orang" else f"{many} {unit}"
        yield (
            f"{code},{quoted(f'{code} {name}')},{words.format(title=title)},Spesifikasi : ,{factors},{unit},"
            f"{price},{price * many}\n"
        )


def main():
    lines, events, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    draw = random.Random(2018)
    tails = other(draw)
    activities = -(-lines // PER_ACTIVITY)
    held = {}
    for number in range(events):
        held.setdefault(number * activities // max(events, 1), []).append(number)
    events_draw = random.Random(1123)
    written = 0
    with open(out, "w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        for number in range(activities):
            head = activity(number)
            rows = [line for each in held.get(number, []) for line in event(events_draw, each)]
            rows += [tails[draw.getrandbits(12)] for _ in range(min(PER_ACTIVITY, lines - written) - len(rows))]
            written += len(rows)
            file.write("".join(head + row for row in rows))


if __name__ == "__main__":
    main()
