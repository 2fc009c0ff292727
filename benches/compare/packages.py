#!/usr/bin/env python3
"""Writes a procurement plan of the shape of the public interfaces: CSV, one package a row.

    packages.py PACKAGES OUT.csv

About three packages in ten pay for events, as in the one real plan at hand; their names and texts are made up. The
same arguments give the same bytes. About 270 bytes a package.
"""

import random
import sys

HEADER = (
    "tahun_anggaran,kd_klpd,nama_klpd,jenis_klpd,kd_satker,nama_satker,kd_rup,nama_paket,pagu,tipe_swakelola,"
    "volume_pekerjaan,uraian_pekerjaan,tgl_awal_pelaksanaan_kontrak,tgl_akhir_pelaksanaan_kontrak,status_umumkan_rup\n"
)
OTHER = [
    "Belanja Alat Tulis Kantor", "Belanja Bahan Cetak", "Belanja Perjalanan Dinas Biasa", "Pemeliharaan Kendaraan Dinas",
    "Belanja Bahan Bakar dan Pelumas", "Jasa Tenaga Kebersihan", "Belanja Modal Peralatan Komputer", "Pembangunan Saluran Irigasi",
    "Belanja Jasa Tenaga Keamanan", "Belanja Pemeliharaan Gedung Kantor", "Belanja Obat-obatan", "Belanja Pakaian Dinas",
    "Belanja Langganan Internet", "Belanja Tagihan Listrik",
]
EVENT = [
    "Belanja Makanan dan Minuman Rapat {title}", "Belanja Sewa Hotel {title}", "Honorarium Narasumber {title}",
    "Paket Fullday {title}", "Belanja Sewa Gedung Pertemuan {title}",
]
TITLES = ["Sosialisasi", "Bimbingan Teknis", "Seminar", "Lokakarya", "Rapat Koordinasi"]
TOPICS = ["keuangan desa", "pelayanan publik", "pencegahan stunting", "arsip daerah", "koperasi", "perizinan", "wisata desa"]
VOLUMES = ["1 Kegiatan", "1 Paket", "12 Bulan", "3 Kegiatan", "40 Orang", "1 Tahun"]


def package(draw, number):
    region, agency = number // 8000, number // 160
    if draw.random() < 0.3:
        title = f"{draw.choice(TITLES)} {draw.choice(TOPICS)} angkatan {number % 97}"
        name, text = draw.choice(EVENT).format(title=title), f"Pelaksanaan {title} bagi perangkat daerah"
    else:
        name = f"{draw.choice(OTHER)} {draw.choice(TOPICS)}"
        text = f"{name} untuk kebutuhan satuan kerja selama tahun anggaran"
    month = draw.randint(1, 12)
    return (
        f'2025,"D{region % 999:03}","Kab. Contoh {region:03}","KABUPATEN",{agency},"DINAS CONTOH {agency % 50}",'
        f'{30000000 + number},"{name}",{draw.randint(1, 900) * 250000},1,"{draw.choice(VOLUMES)}","{text}",'
        f'"2025-{month:02}-01","2025-12-01","Terumumkan"\n'
    )


def main():
    packages, out = int(sys.argv[1]), sys.argv[2]
    draw = random.Random(2025)
    with open(out, "w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        for number in range(packages):
            file.write(package(draw, number))


if __name__ == "__main__":
    main()
