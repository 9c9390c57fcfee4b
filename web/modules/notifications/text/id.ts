import type { Text } from './en.ts';

export const text: Text = {
  notices: {
    title: 'Pemberitahuan',
    lead: (unread) =>
      unread === 0 ? 'Semua sudah Anda baca.' : `${unread < 99 ? unread : '99+'} baru untuk Anda.`,
    unread: 'Baru',
    markAll: 'Tandai semua sudah dibaca',
    markOne: (subject) => `Tandai “${subject}” sudah dibaca`,
    marked: 'Semua ditandai sudah dibaca',
    preferences: 'Pilih kabar yang Anda terima',
    empty: 'Belum ada kabar',
    emptyHint: 'Saat tagihan siap, layanan berubah, atau ada yang membalas Anda, kabarnya muncul di sini.',
  },
  preferences: {
    title: 'Kabar untuk Anda',
    lead: 'Pilih kabar yang sampai lewat email dan yang cukup muncul di sini. Perubahan langsung berlaku.',
    email: 'Lewat email',
    inApp: 'Di pemberitahuan',
    wanted: (topic, channel) => `Aktif: ${topic}, ${channel}`,
    refused: (topic, channel) => `Tidak aktif: ${topic}, ${channel}`,
    required: 'Kabar penting tentang akun atau uang Anda selalu kami kirim lewat email.',
    requiredFor: {
      billing:
        'Tagihan, pengingat, dan pengembalian dana selalu kami kirim lewat email karena menyangkut uang Anda.',
      security: 'Perubahan cara masuk selalu kami kirim lewat email, agar Anda tahu bila itu bukan Anda.',
      orders: 'Konfirmasi, pembatalan, dan yang menunggu persetujuan Anda selalu kami kirim lewat email.',
      services:
        'Jeda, penghentian, dan akhir layanan selalu kami kirim lewat email, agar Anda tidak terlambat tahu.',
    },
    topics: {
      security: { name: 'Keamanan', hint: 'Kata sandi, perangkat baru, dan akses ke akun Anda.' },
      billing: { name: 'Tagihan', hint: 'Tagihan baru, jatuh tempo, pembayaran, dan kwitansi.' },
      orders: { name: 'Pesanan', hint: 'Apa yang Anda pesan dan kapan siap.' },
      services: {
        name: 'Layanan',
        hint: 'Saat layanan siap, dihentikan sementara, aktif lagi, atau berakhir.',
      },
      support: { name: 'Permintaan bantuan', hint: 'Balasan atas pertanyaan Anda dan kapan selesai.' },
      feedback: { name: 'Penilaian', hint: 'Pertanyaan tentang bantuan kami setelah tiket ditutup.' },
    },
  },
  leave: {
    title: 'Hentikan email ini?',
    lead: 'Anda tidak akan lagi menerima email tentang topik ini. Kabar soal keamanan atau uang yang perlu dibayar tetap kami kirim.',
    act: 'Hentikan email ini',
    doneTitle: 'Selesai, email ini berhenti',
    done: 'Anda bisa mengaktifkannya lagi kapan saja lewat “Kabar untuk Anda” di akun Anda.',
    change: 'Lihat semua pilihan',
    brokenTitle: 'Tautan ini tidak berfungsi',
    broken:
      'Mungkin tautannya terpotong di jalan. Buka lagi dari email, atau pilih di akun Anda kabar apa yang ingin diterima.',
  },
  outbox: {
    title: 'Surat keluar',
    lead: 'Semua email dan pesan yang ditulis portal, dan bagaimana nasibnya.',
    channels: { email: 'Email', sms: 'SMS', whatsapp: 'WhatsApp' },
    search: 'Alamat, nomor, atau judul',
    filter: 'Status',
    states: { waiting: 'Sedang dikirim', sent: 'Terkirim', failed: 'Gagal terkirim', bounced: 'Kembali' },
    recipient: 'Kepada',
    subject: 'Judul',
    state: 'Status',
    when: 'Ditulis',
    empty: 'Belum ada email',
    emptyHint: 'Tagihan, balasan, atau undangan pertama yang dikirim lewat email akan muncul di sini.',
    retryChosen: (count) => `Kirim ulang ${count}`,
    retriedMany: (count) => `${count} email sedang dikirim ulang`,
  },
  mail: {
    retry: 'Kirim ulang',
    retried: 'Sedang dikirim ulang',
    to: 'Kepada',
    about: 'Pesan',
    writtenAt: 'Ditulis',
    sentAt: 'Diserahkan',
    by: 'Lewat',
    error: 'Gagal diserahkan',
    errorHint: 'Periksa alamat dan pengaturannya, lalu kirim ulang.',
    asSent: 'Seperti yang dikirim',
    plain: 'Versi teks',
    removed: 'Isinya tidak ditampilkan',
    removedHint:
      'Isinya tautan atau kode sekali pakai. Demi keamanan tidak ada yang bisa membacanya di sini, dan isinya dihapus setelah terkirim.',
  },
};
