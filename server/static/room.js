// The page of a room: on a phone what is asked, or the field for its code.
import { startMember } from "./rooms/member.js";

const place = document.querySelector("[data-room]");
startMember(place);
