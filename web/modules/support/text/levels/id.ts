import type { Text } from './en.ts';

export const text: Text = {
  goals: { first: 'Jawaban pertama', next: 'Jawaban berikutnya', resolution: 'Penyelesaian' },
  by: (when) => `paling lambat ${when}`,
  states: {
    due: 'Berjalan',
    soon: 'Segera jatuh tempo',
    late: 'Lewat waktu',
    paused: 'Berhenti sejenak',
    kept: 'Tepat waktu',
    broken: 'Terlambat',
    void: 'Tidak berlaku',
  },
  report: {
    title: 'Bagaimana janji kami ditepati',
    lead: 'Menurut bulan masuknya tiket atau pertanyaan Anda, selama enam bulan terakhir.',
    month: 'Bulan',
    goal: 'Untuk apa',
    kept: 'Tepat waktu',
    late: 'Terlambat',
    running: 'Berjalan',
    share: 'Ditepati',
    took: 'Rata-rata memakan',
    none: 'Belum ada yang dihitung',
    noneHint:
      'Setelah kami menjawab tiket yang waktunya dijanjikan kepada Anda, di sini terlihat seberapa sering janji itu ditepati.',
    minutes: (minutes) => (minutes < 1 ? 'kurang dari semenit' : `${minutes} menit kerja`),
    hours: (hours) => `${hours} jam kerja`,
  },
  sharing: {
    title: 'Siapa membaca tiket kami',
    lead: 'Setiap orang membaca tiket yang ia tanyakan atau ikuti. Pemilik membaca semuanya. Di sini Anda menentukan untuk yang lain.',
    who: 'Siapa membaca semua tiket selain pemilik?',
    modes: {
      role: 'Menurut perannya',
      own: 'Tidak ada lagi',
      members: 'Orang yang Anda pilih',
      all: 'Semua orang',
    },
    hints: {
      role: 'Keuangan, teknis, dan pembaca membaca semuanya; peran buatan sendiri sesuai isinya.',
      own: 'Yang lain hanya membaca yang mereka tanyakan atau ikuti.',
      members: 'Apa pun perannya.',
      all: 'Setiap anggota yang memang boleh membaca tiket.',
    },
    people: 'Orang-orang ini',
    nobody: 'Belum ada siapa pun selain pemilik.',
    choose: 'Pilih paling sedikit satu orang.',
    save: 'Simpan siapa yang membaca tiket',
    saved: 'Tersimpan. Langsung berlaku.',
  },
};
