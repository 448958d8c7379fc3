// Plays the strides around the one that is shown. The pictures stand on the page without this; see ReplayFigures.swift.
const replay = document.querySelector("[data-replay]");
if (replay) (async () => {
  const answer = await fetch(replay.dataset.replay);
  if (!answer.ok) return;
  const { strides, contacts } = await answer.json();
  // In the language of the page; see ReplayWords.swift.
  const words = JSON.parse(replay.dataset.words);
  const filled = (text, ...parts) => text.replace(/\{(\d)\}/g, (_, number) => parts[number - 1]);
  const seconds = new Intl.NumberFormat(
    document.documentElement.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false });
  const controls = replay.querySelector(".controls");
  const slider = controls.querySelector("input");
  const speed = controls.querySelector("select");
  const output = controls.querySelector("output");
  const button = (name) => controls.querySelector(`[data-does="${name}"]`);
  const [first, last, step] = [Number(slider.min), Number(slider.max), Number(slider.step)];
  const feet = ["left", "right"].map((foot) => ({
    foot,
    paths: strides.filter((one) => one.foot === foot && one.path),
    swings: strides.filter((one) => one.foot === foot),
    // Before and after its own strides nothing is known of a foot, and nothing of one without a sensor.
    known: [
      Math.min(...contacts.filter((one) => one.foot === foot).map((one) => one.time)),
      Math.max(...strides.filter((one) => one.foot === foot).map((one) => one.cycle?.[1] ?? one.initialContact)),
    ],
    views: [...replay.querySelectorAll(`[data-foot="${foot}"]`)].map((group) => ({
      group,
      isSide: group.dataset.view === "side",
      parts: (name) => group.querySelectorAll(`[data-at="${name}"]`),
    })),
    shown: null,
  }));
  // As DrawnFoot.swift has them.
  const [sensorHeight, heel, toes] = [60, 110, 145];
  // ms around a contact in which its mark is filled, so that the eye catches it at full speed.
  const shownAsRecent = 60;

  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
  const placeAt = (stride, time) => {
    const count = stride.forward.length;
    const at = clamp((time - stride.path[0]) / (stride.path[1] - stride.path[0]), 0, 1) * (count - 1);
    const index = Math.min(Math.floor(at), count - 2);
    const value = (curve) => curve[index] + (curve[index + 1] - curve[index]) * (at - index);
    const passed = clamp((time - stride.cycle[0]) / (stride.cycle[1] - stride.cycle[0]), 0, 1);
    return {
      along: value(stride.forward) - stride.forward[count - 1] * passed,
      height: value(stride.height),
      pitch: value(stride.pitch) / 10,
    };
  };
  const standing = { along: 0, height: 0, pitch: 0 };
  const transformOf = (place, isSide, foot) => {
    const angle = place.pitch * Math.PI / 180;
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
    const along = place.along.toFixed(1);
    if (!isSide) return `translate(${along} 0) scale(${Math.max(cosine, 0).toFixed(3)} ${foot === "left" ? 1 : -1})`;
    const lowest = Math.min(-heel * sine, toes * sine) - sensorHeight * cosine;
    const height = Math.max(place.height + sensorHeight, -lowest);
    return `translate(${along} ${height.toFixed(1)}) rotate(${place.pitch.toFixed(1)})`;
  };

  // The path of a stride with its contacts, while the foot is in it.
  const showPath = (one, stride) => {
    if (one.shown === stride) return;
    one.shown = stride;
    const [begin, end] = stride.path;
    const times = stride.forward.map((_, k) => begin + (end - begin) * k / (stride.forward.length - 1));
    const loop = [stride.cycle[0], ...times, stride.cycle[1]].map((time) => placeAt(stride, time));
    for (const view of one.views) {
      const height = (place) => view.isSide ? place.height + sensorHeight : 0;
      view.group.querySelector("polyline").setAttribute(
        "points", loop.map((place) => `${place.along.toFixed(1)},${height(place).toFixed(1)}`).join(" "));
      for (const [name, time] of [["fc", stride.finalContact], ["ic", stride.initialContact]]) {
        const place = placeAt(stride, time);
        for (const part of view.parts(name)) {
          part.setAttribute("transform", part.matches("path")
            ? transformOf(place, view.isSide, one.foot)
            : `translate(${place.along.toFixed(1)} ${height(place).toFixed(1)})`);
        }
      }
    }
  };

  // The slider rounds to its step.
  let now = Number(replay.dataset.now);
  const show = () => {
    const states = feet.map((one) => {
      const stride = one.paths.find((path) => path.cycle[0] <= now && now <= path.cycle[1]);
      if (stride) showPath(one, stride);
      const swing = one.swings.find((path) => path.finalContact <= now && now < path.initialContact);
      const isOutside = !stride && !swing && !(one.known[0] <= now && now <= one.known[1]);
      const isUnknown = isOutside || (!stride && swing !== undefined);
      const place = stride ? placeAt(stride, now) : standing;
      for (const view of one.views) {
        for (const sole of view.parts("now")) {
          sole.setAttribute("transform", transformOf(place, view.isSide, one.foot));
          sole.classList.toggle("air", swing !== undefined);
          sole.classList.toggle("unknown", isUnknown);
        }
        const contact = { fc: one.shown?.finalContact, ic: one.shown?.initialContact };
        for (const mark of view.group.querySelectorAll(".contact")) {
          mark.classList.toggle("recent", Math.abs(contact[mark.dataset.at] - now) <= shownAsRecent);
        }
      }
      const own = words[one.foot];
      if (isOutside) return own.notKnown;
      if (!swing) return isUnknown ? own.onGroundWithoutPath : own.onGround;
      return filled(isUnknown ? own.inAirWithoutPath : own.inAir, swing.number);
    });
    slider.value = now;
    output.textContent = filled(words.moment, seconds.format(now / 1000), ...states);
    slider.setAttribute("aria-valuetext", output.textContent);
  };

  let frame = 0;
  const pausePlaying = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    button("play").textContent = words.play;
    // A screen reader reads the time where somebody stops, not thirty times a second.
    output.setAttribute("aria-live", "polite");
  };
  const play = () => {
    // The slider ends within a step of the end.
    if (now > last - step) now = first;
    button("play").textContent = words.pause;
    output.setAttribute("aria-live", "off");
    let before = performance.now();
    const draw = (moment) => {
      now = Math.min(now + Math.max(moment - before, 0) * Number(speed.value), last);
      before = moment;
      frame = requestAnimationFrame(draw);
      if (now >= last) pausePlaying();
      show();
    };
    frame = requestAnimationFrame(draw);
  };
  const toggle = () => frame ? pausePlaying() : play();
  const goTo = (time) => {
    pausePlaying();
    now = clamp(time, first, last);
    show();
  };
  const times = contacts.map((contact) => contact.time);
  const actions = {
    "play": toggle,
    "back": () => goTo(now - step),
    "forward": () => goTo(now + step),
    "contact-back": () => goTo(times.findLast((time) => time < now) ?? first),
    "contact-forward": () => goTo(times.find((time) => time > now) ?? last),
  };
  for (const [name, action] of Object.entries(actions)) button(name).addEventListener("click", action);
  slider.addEventListener("input", () => goTo(Number(slider.value)));
  slider.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    toggle();
  });
  show();
  controls.hidden = false;
})();
