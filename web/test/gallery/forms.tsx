import { useState } from 'react';
import { ApiProblem } from '../../kernel/api/problem.ts';
import type { Money } from '../../kernel/format/money.ts';
import { useForm } from '../../kernel/forms/use-form.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox, RadioCards } from '../../ui/choices.tsx';
import { Form } from '../../ui/form.tsx';
import { PasswordField, Select, TextArea, TextField } from '../../ui/inputs.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { SearchBox } from '../../ui/search-box.tsx';

const refusal = new ApiProblem({
  status: 400,
  code: 'invalid_input',
  fields: [
    { path: 'name', code: 'too_small' },
    { path: 'email', code: 'invalid_format' },
  ],
});

export function Forms() {
  const [sum, setSum] = useState<Money | null>({ amount: 1_110_000, currency: 'IDR' });
  const form = useForm({
    initial: { name: '', email: '', password: '', notes: '', country: 'ID', cycle: 'month', terms: false },
    send: () => Promise.reject(refusal),
  });
  return (
    <Card className="max-w-2xl">
      <Form form={form} label="Contoh">
        <TextField {...form.field('name')} label="Nama perusahaan" />
        <TextField
          {...form.field('email')}
          label="Email"
          hint="Tagihan dikirim ke sini."
          type="email"
          optional
        />
        <PasswordField {...form.field('password')} label="Kata sandi" />
        <Select {...form.field('country')} label="Negara" choices={[{ value: 'ID', label: 'Indonesia' }]} />
        <MoneyField name="sum" label="Jumlah" value={sum} currency="IDR" onValue={setSum} />
        <TextArea {...form.field('notes')} label="Catatan" optional />
        <RadioCards
          {...form.field('cycle')}
          label="Bayar setiap"
          columns={2}
          choices={[
            { value: 'month', label: 'Bulan', hint: 'Bisa berhenti kapan saja', aside: 'Rp100.000' },
            { value: 'year', label: 'Tahun', hint: 'Hemat dua bulan', aside: 'Rp1.000.000' },
            { value: 'once', label: 'Sekali', reason: 'Tidak tersedia untuk paket ini' },
          ]}
        />
        <Checkbox
          {...form.field('terms')}
          label="Saya menyetujui ketentuan layanan"
          hint="Versi 3, berlaku 1 Januari 2026"
        />
        <Button type="submit" busy={form.busy}>
          Kirim pesanan
        </Button>
        <SearchBox label="Cari tagihan" />
      </Form>
    </Card>
  );
}
