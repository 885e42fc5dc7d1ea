import { startTransition, useEffect, useState, type RefObject } from 'react';

/** The part of the canvas that is in view, px. */
export interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Follows scrolling and resizing of an element, at most once a frame. */
export function useViewport(element: RefObject<HTMLElement | null>): Viewport {
  // Nothing is in view before the element is drawn: what surrounds the cells goes first, and they follow in slices.
  const [viewport, setViewport] = useState<Viewport>({ left: 0, top: 0, width: 0, height: 0 });
  useEffect(() => {
    const node = element.current;
    if (!node) return undefined;
    let frame = 0;
    const read = (): void => {
      frame = 0;
      setViewport({ left: node.scrollLeft, top: node.scrollTop, width: node.clientWidth, height: node.clientHeight });
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(read);
    };
    frame = requestAnimationFrame(() => startTransition(read));
    node.addEventListener('scroll', later, { passive: true });
    const observer = new ResizeObserver(later);
    observer.observe(node);
    return () => {
      node.removeEventListener('scroll', later);
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [element]);
  return viewport;
}
