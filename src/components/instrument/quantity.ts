import type { Locale, Localized } from '../../i18n/locales.ts';
import { messages } from '../../i18n/messages.ts';
import { formatNumber } from '../../i18n/number.ts';
import type { DisplayUnit } from '../../instruments/define.ts';

interface Quantity {
  unit: string;
  unitText?: Localized;
  display?: DisplayUnit | DisplayUnit[];
  digits: number;
}

/** A stored quantity as a reader sees it, in the first of its display units that gives a number from 0.1 up. */
export function showQuantity(value: number | null, spec: Quantity, locale: Locale): string {
  if (value === null) return messages(locale).notApplicable;
  const given = [spec.display ?? []].flat().filter(({ unit }) => unit !== '' || spec.unit === '');
  const units = given.length > 0 ? given : [{ unit: spec.unitText?.[locale] ?? spec.unit, scale: 1 }];
  const chosen = units.find((one) => Math.abs(value / one.scale) >= 0.1) ?? units.at(-1) ?? { unit: spec.unit, scale: 1 };
  return formatNumber(value / chosen.scale, locale, { digits: spec.digits, unit: chosen.unit });
}
