/** Prints the window as its print style shows it. */
export async function printPage(): Promise<void> {
  if (window.desktop) await window.desktop.printWindow()
  else window.print()
}
