import { z } from 'zod';
import { ability, date, email, id, idOut, instant, line, moneyOut, prose } from '../../kernel/http/shapes.ts';
import { isTimeZone } from '../../kernel/values/dates.ts';
import { problem } from '../../kernel/values/errors.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import { storeProductShape } from '../catalog/index.ts';
import { acceptBody, declineBody, offerShape } from '../offers/index.ts';
import { askedItem, quoteShape, statusBody, statusShape, termsAnswer } from '../orders/index.ts';
import { typedCode } from '../promotions/index.ts';
import { attemptShape, optionsShape } from '../payments/index.ts';
import { kinds, messagePage, ticketState } from '../support/index.ts';

/** Forms that browsers send without script have empty fields where others leave them out. */
const orEmpty = <Shape extends z.ZodType>(shape: Shape) => z.union([z.literal(''), shape]);

export const askBody = z.object({
  name: line(200),
  email,
  subject: line(200),
  text: prose(20_000),
  kind: z.enum(kinds).default('question'),
  /** Of an order the message is about, as it stands in the mails. */
  orderNumber: orEmpty(
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9-]{4,40}$/),
  ).default(''),
  locale: z.enum(['id', 'en']),
  timeZone: z.string().refine(isTimeZone, { message: 'an IANA time zone' }).default('Asia/Jakarta'),
});
export type Asked = z.output<typeof askBody>;
/** Said whatever became of it, so that nobody learns who is known here. */
export const mailSent = z.object({ sent: z.literal(true) });

/** What the mailed link carries behind its '#'. */
const token = z.string().trim().min(20).max(100);
export const tokenBody = z.object({ token });
export const replyBody = z.object({ token, text: prose(20_000) });

/** What a link opens: a message that waits to be confirmed, or a ticket. */
export const openedShape = z
  .object({
    name: z.string(),
    email: z.string(),
    subject: z.string(),
    /** Until when the link works. */
    until: instant,
    /** The words of a message that is not confirmed yet. */
    unconfirmed: z.string().nullable(),
    ticket: z
      .object({
        number: z.int(),
        kind: z.enum(kinds),
        status: ticketState,
        openedAt: instant,
        /** The latest; `earlier` says that there are more. */
        messages: messagePage.shape.items,
        earlier: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'GuestMessage' });
export type Opened = z.output<typeof openedShape>;

export const guestParams = z.object({ guest: id('organization') });
export const claimableShape = z
  .object({
    id: idOut,
    name: z.string(),
    since: instant,
    tickets: z.int(),
    /** Of the latest, three at most. */
    subjects: z.array(z.string()),
    /** Latest first, ten at most. */
    orders: z.array(z.object({ number: z.string(), title: z.object({ id: z.string(), en: z.string() }) })),
    /** With orders or documents it stays one organization and comes below one of yours; without, its tickets move. */
    whole: z.boolean(),
    /** Organizations of yours that this can go into. */
    into: z.array(z.object({ id: idOut, name: z.string() })),
    can: z.object({ move: ability }),
  })
  .meta({ id: 'ClaimableGuest' });
export type Claimable = z.output<typeof claimableShape>;
export const claimableList = z.object({ items: z.array(claimableShape) });
/** `into` null: it becomes an organization of yours as it is; else it goes into that one, or below it where it is `whole`. */
export const claimBody = z.object({ into: id('organization').nullable() });
export const claimedShape = z.object({ slug: z.string(), name: z.string() });

// Orders without an account.

const country = z.string().regex(/^[A-Z]{2}$/);
const currency = z.string().refine(isCurrency, { message: 'a currency known here' });
const timeZone = askBody.shape.timeZone;
const termsVersion = z.int().min(1).nullable();

export const checkoutParams = z.object({
  slug: z
    .string()
    .max(60)
    .regex(/^[a-z0-9-]+$/),
});
export const checkoutQuery = z.object({ currency: currency.optional() });
export const checkoutShape = z
  .object({ product: storeProductShape, terms: termsAnswer.shape.terms })
  .meta({ id: 'GuestCheckout' });
export type Checkout = z.output<typeof checkoutShape>;

export const guestQuoteBody = z.object({ item: askedItem, currency, timeZone, promotionCode: typedCode });

export const orderAskBody = z.object({
  item: askedItem,
  currency,
  name: line(200),
  email,
  /** In whose name the invoice is written; the person's own where there is none. */
  company: orEmpty(line(200)).default(''),
  country: country.default('ID'),
  /** The version of the terms that is accepted; null where there are none. */
  termsVersion,
  promotionCode: typedCode,
  locale: z.enum(['id', 'en']),
  timeZone,
});
export type AskedOrder = z.output<typeof orderAskBody>;

/** Shown with the number to look the order up; mailed too. */
const placed = z.object({ number: z.string(), code: z.string() });
/** An order that waits to be placed, at the prices of now; or what became of it. */
export const openedOrderShape = z
  .object({
    email: z.string(),
    /** Until when the link works. */
    until: instant,
    waiting: z
      .object({
        name: z.string(),
        company: z.string(),
        country: z.string(),
        quote: quoteShape,
        terms: termsAnswer.shape.terms,
        /** False: there is a newer version than the one that was accepted. */
        termsAccepted: z.boolean(),
      })
      .nullable(),
    placed: placed.nullable(),
  })
  .meta({ id: 'GuestOrder' });
export type OpenedOrder = z.output<typeof openedOrderShape>;

/** For exactly the price that was seen. */
export const placeBody = z.object({ token, expectedTotal: z.int().min(0), termsVersion });
export const guestPlacedShape = placed.meta({ id: 'PlacedGuestOrder' });
export type PlacedGuestOrder = z.output<typeof guestPlacedShape>;

const billedInvoice = z.object({
  id: idOut,
  number: z.string().nullable(),
  total: moneyOut,
  balance: moneyOut,
  dueOn: date,
  status: z.string(),
  receipts: z.array(z.object({ id: idOut, number: z.string() })),
});
/** Of a guest's order that nobody has claimed: what is owed for it and what it runs for, oldest first, and how the first of it is paid. */
const bill = z.object({
  invoices: z.array(billedInvoice),
  pay: z
    .object({
      invoice: idOut,
      amount: moneyOut,
      methods: optionsShape.shape.methods,
      open: attemptShape.nullable(),
      can: ability,
    })
    .nullable(),
});
export type Bill = z.output<typeof bill>;
export const lookedUpShape = statusShape.extend({ bill: bill.nullable() }).meta({ id: 'OrderLookup' });
export type LookedUp = z.output<typeof lookedUpShape>;

export const payByCodeBody = statusBody.extend({
  invoice: id('invoice'),
  gateway: z.string().max(40),
  method: z.string().max(40),
});
export const documentByCodeBody = statusBody.extend({
  kind: z.enum(['invoice', 'receipt']),
  id: z.uuid(),
  lang: z.enum(['id', 'en']),
});

// Offers to somebody without an account.

/** The offer of a mailed link; `placed`: the order it became, by whose number and code it is paid. */
export const openedOfferShape = z
  .object({
    email: z.string(),
    offer: offerShape,
    terms: termsAnswer.shape.terms,
    placed: placed.nullable(),
  })
  .meta({ id: 'GuestOffer' });
export type OpenedOffer = z.output<typeof openedOfferShape>;
export const acceptOfferBody = acceptBody.extend({ token, timeZone });
export type AcceptedOffer = z.output<typeof acceptOfferBody>;
export const declineOfferBody = declineBody.extend({ token });
export const offerDocumentBody = z.object({ token, lang: z.enum(['id', 'en']) });

export const unknownGuestLink = problem(
  'unknown_guest_link',
  410,
  'This link does not work, or not any more. Open the newest one you were mailed.',
);
export const guestLinkExpired = problem(
  'guest_link_expired',
  410,
  'This link has expired. Ask for a new one by mail.',
);
export const alreadyClaimed = problem('already_claimed', 409, 'This was claimed before.');
export const guestOrdersOff = problem(
  'guest_orders_off',
  409,
  'Orders need an account here. Sign in or sign up first.',
);
export const accountNeeded = problem(
  'account_needed',
  409,
  'This is not sold without an account. Sign in or sign up first.',
);
export const tooManyUnpaid = problem(
  'too_many_unpaid',
  409,
  'Some orders of this address are not paid yet. Pay or cancel one of them first.',
);
