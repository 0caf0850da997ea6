// Tells the page that frames this one how high it is, so that the frame needs no scroll bar.
// The height is all that is told, so whoever frames it may know it.
const root = document.documentElement;
const tell = () => {
  const height = Math.ceil(root.getBoundingClientRect().height);
  window.parent.postMessage({ type: "raci:height", height }, "*");
};

if (window.parent !== window) {
  new ResizeObserver(tell).observe(root);
  // A page whose script came later than this one asks again.
  window.addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.type === "raci:height?") tell();
  });
}
