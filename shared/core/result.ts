/** What a rule answers: a value, or a refusal with a code. A rule never throws. */
export type Result<T, R = Refusal> = Ok<T> | { readonly ok: false; readonly refusal: R }

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

/** A refusal: what happened, as a code, with the values its sentence needs. */
export interface Refusal {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string | number>>
}

import type { RefusalCode } from './refusals.ts'

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

/** Makes a refusal; `params` are the values that the sentence in resources/locales names. */
export function refuse(
  code: RefusalCode,
  params: Readonly<Record<string, string | number>> = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, params } }
}
