// Numbers with two decimals as whole hundredths, so that hours and euros add up exactly.

const MOST = 2n ** 63n - 1n;

/** Reads the form of the files: `1250`, `1250.5` or `-1250.50`. Nothing when it is not of that form. */
export function hundredths(text) {
  const parts = /^(-?)([0-9]+)(?:\.([0-9]{1,2}))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign, whole, fraction = ""] = parts;
  const count = BigInt(whole + fraction.padEnd(2, "0"));
  return sign === "-" ? -count : count;
}

/** The form of the files: a whole number without decimals, else two decimals behind a point. */
export function plainNumber(count) {
  return written(count, whole => whole, rest => "." + rest);
}

/** `1.250`, `2,5`, `0,25`. */
export function dutchNumber(count) {
  return written(count, grouped, rest => "," + rest.replace(/0$/, ""));
}

/** `€ 1.250` or `€ 1.250,50`. */
export function dutchAmount(count) {
  return "€ " + written(count, grouped, rest => "," + rest);
}

function written(count, shapeWhole, shapeRest) {
  const size = count < 0n ? -count : count;
  const rest = String(size % 100n).padStart(2, "0");
  return (count < 0n ? "-" : "") + shapeWhole(String(size / 100n)) + (rest === "00" ? "" : shapeRest(rest));
}

function grouped(digits) {
  return digits.replace(/\B(?=(?:[0-9]{3})+$)/g, ".");
}

export function plus(one, other) {
  return within(one + other);
}

export function minus(one, other) {
  return within(one - other);
}

function within(count) {
  if (count > MOST) return MOST;
  return count < -MOST - 1n ? -MOST - 1n : count;
}
