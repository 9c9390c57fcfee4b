import type { Metered } from './metered-en.ts';

export const metered: Metered = {
  title: 'Pemakaian dibayar setelah dipakai',
  each: (price, unit) => `${price} per ${unit}`,
  package: (price, size) => `${price} untuk tiap ${size} yang dimulai`,
  upTo: (price, end) => `${price} sampai ${end}`,
  beyond: (price) => `${price} selebihnya`,
  all: 'semuanya dengan harga tingkat yang tercapai',
  once: (price, sum) => `${price} + ${sum} sekali`,
  fee: (rate, fee) => `${rate} + ${fee} tiap kali`,
  included: (quantity) => `${quantity} sudah termasuk`,
  least: (sum) => `paling sedikit ${sum}`,
};
