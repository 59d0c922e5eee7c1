"""Indonesian words.

Sources: the synonyms and keywords of the twelve journeys and of the guides to SMS in Indonesia
that the catalogue of chat rules names; KBBI for the forms; checked in November 2026.
"""

import re

from flowdesigner.checks.vocabulary.words import Vocabulary

INDONESIAN = Vocabulary(
    yes=("ya", "iya", "y", "yes", "ok", "oke", "boleh", "betul", "benar"),
    no=("tidak", "tdk", "t", "no", "gak", "nggak", "ga", "enggak", "bukan"),
    out=frozenset({
        "menu", "batal", "ulang", "ulangi", "mulai", "mulai lagi", "kembali", "keluar", "awal",
        "menu utama", "selesai",
    }),
    back=("menu", "ulang", "batal"),
    person=frozenset({
        "cs", "agen", "orang", "operator", "admin", "manusia", "petugas", "bantuan",
        "customer service", "bicara dengan cs",
    }),
    asking_for_person=("cs", "agen", "orang"),
    tapping=(("klik", "pilih"), ("mengeklik", "memilih"), ("mengklik", "memilih")),
    blame=("salah", "keliru", "invalid", "tidak valid", "tidak sah", "kesalahan anda"),
    helping=frozenset({
        "balas", "ketik", "pilih", "tekan", "kirim", "tulis", "hubungi", "telepon", "klik",
        "contoh", "contohnya", "misalnya", "misal", "format", "formatnya", "silakan", "cukup",
        "jawab", "lihat", "cek", "ada", "buka", "foto", "bagikan", "atau",
    }),
    greetings=("apa kabar", "bagaimana kabar", "sehat"),
    sorry="Maaf, kami belum mengerti jawabannya.",
    secret=re.compile(
        r"\b(?:pin|cvv|cvc|otp|kata sandi|sandi|password|passcode"
        r"|(?:nomor|no\.?) ?kartu(?! keluarga| anggota| member| pelanggan| perdana)"
        r"|(?:nomor|no\.?) (?:ktp|nik)|nik|(?:foto|scan|salinan|gambar) (?:e-?)?ktp"
        r"|kode (?:otp|verifikasi|keamanan)|masa berlaku kartu)(?:nya|mu)?\b"
    ),
    harmless=re.compile(
        r"\b(?:jangan|tanpa|tidak perlu|tidak usah|bukan|terakhir|lupa|ganti|ubah|buat|reset"
        r"|pin lokasi|pin peta|titik pin|share pin|pin bb)\b"
    ),
    silence=re.compile(
        r"\b(?:jangan|jgn|tidak boleh|dilarang)\b.{0,25}"
        r"(?:beri|bagi|sebar|kasih|tunjuk|kirim|share|forward)|\brahasia"
    ),
    limit=re.compile(r"\b(?:berlaku|hangus|kedaluwarsa|kadaluarsa|\d+ ?(?:menit|mnt|detik|jam))"),
    keep_silent="Jangan berikan kode ini kepada siapa pun.",
    good_for="Berlaku {length}.",
    send_again=("kirim ulang", "belum masuk"),
    telltale=frozenset({
        "yang", "dan", "untuk", "dengan", "tidak", "anda", "kami", "sudah", "dari", "silakan",
        "pesanan", "bisa", "ini", "ada", "akan", "atau",
    }),
)  # fmt: skip
