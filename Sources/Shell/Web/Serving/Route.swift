/// Every address the service answers, in one list.
enum Route: CaseIterable {
    case home
    case reports, report
    case figure
    case identify, identifyFamily
    case decideDiscretion, withdrawDiscretion
    case checkNominations, nominate, nominations
    case objections, recordObjection, endObjection
    case needs
    case plans, plan, planLine, candidates, unitCosts
    case contracts, contract, contractMember, contractSimulation, contractLedger, contractInvestors
    case claims, enterClaim, claim, stepClaim, lookUpClaim, compareClaim, answerPartner, askSimulation
    case contractForecast
    case demand
    case search, find
    case family, readers, person
    case imports, importEntry
    case feeds, feed
    case matching, matchingReview, matchingPair, decidePair
    case checkMerge, mergePair, merge, unmerge
    case dataQuality
    case changes, comparison
    case definitions
    case setUp, makeFirst
    case signIn, startSession, demonstrate
    case code, checkCode
    case newPassword, choosePassword
    case signOut
    case account, changePassword, endSession, signOutEverywhere
    case secondStep, prepareSecondStep, startSecondStep, stopSecondStep
    case kept, dropKept
    case users, userForm, addUser, user, changeUser, setDisabled, resetPassword
    case referStart, referLink, beginReferral, referStep, answerStep, referralProgress, askProgress
    case gateway, gatewayReferral, decideReferral, takeReferral, tellReferrer, recogniseChild
    case offerPlace, answerOffer, supportMeanwhile
    case referralLinks, makeReferralLink, withdrawReferralLink
    case waiting, capacity
    case homes, openHome, residence, bookStay, stay, changeStay, voidBed, endVoid
    case caseload, week, saveWeek, followUpsDue
    case familyAssessment, familyAssessmentForm, assessFamily
    case workedCase, chronology
    case caseWeek, saveCaseWeek, contacts, contact, saveContact
    case casePlan, addGoal, goal, saveGoal, addStep, settleStep, agreePlan
    case addTask, settleTask
    case caseNotes, addNote
    case documents, addDocument, document, removeDocument
    case caseReviews, holdReview, moveLevel, movePhase
    case allocation, allocate
    case closure, closeCase, reopening, reopenCase
    case followUps, saveFollowUp
    case familyRecord, addToFamily, endInFamily
    case askProvider, hearProvider, leaveProvider, unbindUser
    case accessibility, cookies
    case style
    case measures, measureForm, addMeasure, measureResult, correctionForm, correctMeasure
    case adherenceForm, addAdherence
    case distance, distanceForm, addDistance
    case progress, makeFamilyLink, withdrawFamilyLink, familyOwn, answerFamilyLink, familyThanks
    case supervision, audits, auditForm, addAudit
    case restriction, restrict, liftRestriction
    case breakGlassForm, breakGlass, glass, reviewGlass
    case scorecards
    case scorecard
    case scorecardMeasure
    case answers
    case answer
    case draftAnswer
    case saveAnswer
    case approveAnswer
    case publications, issuePublications, publication, publicationFile, approvePublication, turnDownPublication
    case correctPublication
    case pathway
    case reportCards, reportCard, reportCardPart, writeReportCardPart, addReportCardAction, finishAction
    case cohortDistance
    case serviceReviews, serviceReview, reviewPart, writeReviewPart, addReviewAction
    case submitReview, signReview, returnReview
    case frameworks, framework
    case serviceRecords, serviceRecordForm, addServiceRecord, serviceRecord, changeServiceRecord
    case publishServiceRecord, withdrawServiceRecord
    case youSaid

    /// The path; `:id` and `:name` stand for what varies.
    var pattern: String { place?.pattern ?? ownPattern }

    /// The path of a route that stands in no stage's table.
    private var ownPattern: String {
        switch self {
        case .home: "/"
        case .reports: "/reports"
        case .report: "/reports/:name"
        case .figure: "/figures/:name/:id"
        case .identify: "/identify"
        case .identifyFamily: "/identify/:id"
        case .decideDiscretion: "/identify/:id/discretion"
        case .withdrawDiscretion: "/identify/:id/discretion/withdrawal"
        case .checkNominations: "/nominations/check"
        case .nominate: "/nominations"
        case .nominations: "/nominations/:id"
        case .needs: "/needs"
        case .search, .find: "/search"
        case .family: "/families/:id"
        case .readers: "/families/:id/readers"
        case .person: "/people/:id"
        case .imports: "/imports"
        case .importEntry: "/imports/:id"
        case .feeds: "/feeds"
        case .feed: "/feeds/:id"
        case .matching: "/matching"
        case .matchingReview: "/matching/review"
        case .matchingPair, .decidePair: "/matching/pairs/:id"
        case .checkMerge, .mergePair: "/matching/pairs/:id/merge"
        case .merge, .unmerge: "/merges/:id"
        case .dataQuality: "/data-quality"
        case .changes: "/changes"
        case .comparison: "/changes/:name"
        case .definitions: "/definitions"
        case .setUp, .makeFirst: "/set-up"
        case .signIn, .startSession: "/sign-in"
        case .demonstrate: "/sign-in/demonstration"
        case .code, .checkCode: "/sign-in/code"
        case .newPassword, .choosePassword: "/sign-in/password"
        case .signOut: "/sign-out"
        case .account: "/account"
        case .changePassword: "/account/password"
        case .endSession: "/account/sessions/:id"
        case .signOutEverywhere: "/account/sessions"
        case .secondStep, .prepareSecondStep: "/account/second-step"
        case .startSecondStep: "/account/second-step/start"
        case .stopSecondStep: "/account/second-step/stop"
        case .kept: "/kept"
        case .dropKept: "/kept/:id"
        case .users, .addUser: "/users"
        case .userForm: "/users/new"
        case .user, .changeUser: "/users/:id"
        case .setDisabled: "/users/:id/standing"
        case .resetPassword: "/users/:id/password"
        case .accessibility: "/accessibility"
        case .cookies: "/cookies"
        case .style: "/assets/:name"
        default: ""
        }
    }

    /// A form is sent to it: what is asked stays out of the address, where it would be kept in histories and logs.
    var isForm: Bool { place?.isForm ?? isOwnForm }

    private var isOwnForm: Bool {
        switch self {
        case .find, .decideDiscretion, .withdrawDiscretion, .checkNominations, .nominate, .decidePair, .mergePair,
            .unmerge, .makeFirst, .startSession, .demonstrate, .checkCode, .choosePassword, .signOut, .changePassword,
            .endSession, .signOutEverywhere, .prepareSecondStep, .startSecondStep, .stopSecondStep, .dropKept,
            .addUser, .changeUser, .setDisabled, .resetPassword:
            true
        default: false
        }
    }
}
