// The time now, as the answer file writes it.
import { Day } from "./conditions.mjs";

const two = number => String(number).padStart(2, "0");

/** `2026-11-24T10:05:00+01:00` */
export function now() {
  const at = new Date();
  const offset = -at.getTimezoneOffset();
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${today().text}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}${zone}`;
}

export function today() {
  const at = new Date();
  return new Day(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`);
}
