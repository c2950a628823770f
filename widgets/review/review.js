// The review: the quiz of all sessions in rounds of ten, drawn by what was missed, what is new and what is due.

import { button, createStore } from "../shared/common.js";
import { QuizView, renderAs } from "../quiz/quiz.js";
import { restoreProgress, stateOf } from "../quiz/progress.js";
import { freshReview, nextRound, restoreReview, roundScore, SIZE, withReviewed } from "./rounds.js";

class ReviewView extends QuizView {
  context() {
    return { now: Date.now(), seed: this.model.get("seed"), elsewhere: this.elsewhere() };
  }

  /** The states of answers in the quizzes of the sessions, as this device keeps them. */
  elsewhere() {
    const states = {};
    const asked = new Map(this.questions.map((question) => [question.id, question]));
    for (const { slug, ids } of this.model.get("groups")) {
      const questions = ids.map((id) => asked.get(id));
      const answers = restoreProgress(createStore(slug, "quiz").load(), questions, "one");
      for (const question of questions) states[question.id] = stateOf(answers, question);
    }
    return states;
  }

  restore(saved) {
    return restoreReview(saved, this.questions, this.model.get("mode"), this.context());
  }

  fresh(mode) {
    return freshReview(this.questions, mode, this.context());
  }

  record(progress, question, value) {
    return withReviewed(progress, question, value, Date.now());
  }

  tally() {
    return roundScore(this.progress, this.questions);
  }

  shownInResult() {
    return this.progress.order.map((id) => this.questions.find((question) => question.id === id));
  }

  /** A question that this round leaves out joins it. */
  orderWith(order, id) {
    return [...order, id];
  }

  advice(wrong) {
    if (wrong) return `${wrong} câu chưa đúng sẽ được hỏi lại ở những lượt sau, trước các câu khác.`;
    return "Câu đã trả lời đúng sẽ được hỏi lại sau vài ngày, để nhớ lâu hơn.";
  }

  actions() {
    return [button(`${SIZE} câu tiếp theo`, () => this.move((progress) => nextRound(progress, this.questions, this.context())), { kind: "kit-primary" })];
  }

  words() {
    const { done, right, total } = this.tally();
    return done ? `Lượt này đúng ${right}/${total}` : `Lượt này có ${total} câu`;
  }
}

export default { render: renderAs(ReviewView) };
