/** Appears only when waiting lasts longer than 300 ms. */
export function Spinner() {
  return (
    <svg
      className="spinner size-4"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M14 8a6 6 0 1 1-6-6" strokeLinecap="round" />
    </svg>
  );
}
