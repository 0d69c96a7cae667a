// A page as it comes out of a printer.

/** How many pages it takes. */
export async function printedPages(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
}
